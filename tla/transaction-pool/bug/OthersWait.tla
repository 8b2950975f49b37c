----------------------------- MODULE OthersWait -----------------------------
\* Violates NewIsTaken.
\* What spends the same as one at the tip counts among those that wait (TX-12, TX-13).
EXTENDS Spend

BuggyWaiting(s) == Without(s.stored, Elements(s.view.root))
=============================================================================
