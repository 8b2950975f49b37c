---------------------------- MODULE SpentIsTaken ----------------------------
\* Violates SpentIsNotTaken.
\* Everything that is proven is taken until it is final (TX-5).
EXTENDS Gossip

BuggyIsSpent(s, e) == e.transaction \in SpentIn(s.view.final)
=============================================================================
