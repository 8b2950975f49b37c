------------------------ MODULE SpentByFinalIsTaken -------------------------
\* Violates DroppedIsNotVerified.
\* What a proposal lists is taken though one that spends the same is final (TX-5).
EXTENDS Spend

BuggyIsSpent(s, e) ==
    \/ e.transaction \in Elements(s.view.final)
    \/ e.transaction \in SpentIn(s.view.root) /\ ~IsAsked(s, e)
=============================================================================
