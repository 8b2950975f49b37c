------------------------- MODULE PruneCutsTheStore --------------------------
\* Violates TimeMovesOnlyTheClock.
\* With a prune what was applied behind the proven chain is forgotten (FOLLOW-3).
EXTENDS Grow

BuggyTick(s) ==
    LET next == [s EXCEPT !.slot = @ + 1]
    IN IF IsPruneDue(next) THEN Asking([next EXCEPT !.applied = Right(next)]) ELSE Asking(next)
=============================================================================
