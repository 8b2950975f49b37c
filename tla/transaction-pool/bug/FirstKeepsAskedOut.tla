------------------------- MODULE FirstKeepsAskedOut -------------------------
\* Violates AskedIsTaken.
\* What a proposal lists is not taken while one is held that spends the same, so that its
\* check does not end (TX-5, TX-13).
EXTENDS Spend

BuggyIsSpent(s, e) ==
    \/ e.transaction \in SpentIn(s.view.final \o s.stored)
    \/ e.transaction \in SpentIn(s.view.root) /\ ~IsAsked(s, e)
=============================================================================
