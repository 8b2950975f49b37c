-------------------------- MODULE NoFallbackAtOnce --------------------------
\* Violates NoFallbackIsNone.
\* A T_enter of 0 is due at once (FALLBACK-1).
EXTENDS Without

BuggyCountedFrom(n) == [Idle EXCEPT !.countedFrom = n]
=============================================================================
