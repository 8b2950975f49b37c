---------------------- MODULE SpentIsNotTakenOfAnybody ----------------------
\* Violates AskedIsTaken.
\* What a proposal lists is refused when it is spent, so that its check does not end
\* (TX-5).
EXTENDS Gossip

BuggyIsSpent(s, e) == e.transaction \in SpentIn(s.view.root)
=============================================================================
