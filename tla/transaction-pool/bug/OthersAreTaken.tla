--------------------------- MODULE OthersAreTaken ---------------------------
\* Violates SpentIsNotTaken.
\* What another one at the tip spends is taken (TX-5).
EXTENDS Spend

BuggyIsSpent(s, e) ==
    \/ e.transaction \in SpentIn(s.view.final)
    \/ e.transaction \in Elements(s.view.root) /\ ~IsAsked(s, e)
=============================================================================
