------------------------ MODULE FetchedThoughPruned -------------------------
\* Violates FetchingIsTheFirstLacking.
\* What was asked for before a prune is waited for after it (FOLLOW-7).
EXTENDS Grow

BuggyTick(s) == [s EXCEPT !.slot = @ + 1]
=============================================================================
