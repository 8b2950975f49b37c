--------------------------- MODULE TryIsForgotten ---------------------------
\* Violates TriesAreKept.
\* A restart forgets that the node has called (FOLLOW-12).
EXTENDS Keep

BuggyRestarted(s) == [s EXCEPT !.kept = -1, !.view = NoL1View, !.fetching = NoHeader]
=============================================================================
