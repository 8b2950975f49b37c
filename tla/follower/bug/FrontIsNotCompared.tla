------------------------- MODULE FrontIsNotCompared -------------------------
\* Violates AppliedBeginsWithTheForced.
\* A body must be as long as what its block takes from the queue, and may begin with anything
\* (FOLLOW-13).
EXTENDS Bodies

BuggyBeginsWithTheForced(h) == Len(h.forced) <= Len(h.body)
=============================================================================
