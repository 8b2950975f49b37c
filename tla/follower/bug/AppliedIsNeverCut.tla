------------------------- MODULE AppliedIsNeverCut --------------------------
\* Violates TypeOK.
\* What is applied on another chain stands behind all that was applied (FOLLOW-3).
EXTENDS Reorg

BuggyFound(s, e) ==
    IF IsRight(s, e) THEN [s EXCEPT !.applied = Append(@, e.header)]
    ELSE [s EXCEPT !.wrong = Append(@, e.header)]
=============================================================================
