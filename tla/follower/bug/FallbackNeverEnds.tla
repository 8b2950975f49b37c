------------------------- MODULE FallbackNeverEnds --------------------------
\* Violates FallbackIsToldInTime.
\* Fallback lasts until a view says that it is over (FOLLOW-7).
EXTENDS Keep

BuggyFallback(s) == s.view.fallbackFrom >= 0 /\ s.slot >= s.view.fallbackFrom
=============================================================================
