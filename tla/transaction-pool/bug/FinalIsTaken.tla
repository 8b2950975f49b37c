---------------------------- MODULE FinalIsTaken ----------------------------
\* Violates FinalIsNotVerified.
\* What a proposal lists is taken even if it is final (TX-5).
EXTENDS Gossip

BuggyIsSpent(s, e) == e.transaction \in SpentIn(s.view.root) /\ ~IsAsked(s, e)
=============================================================================
