------------------------- MODULE EveryCrashForgets --------------------------
\* Violates AppliedIsKept.
\* What was applied is forgotten with every crash (FOLLOW-3).
EXTENDS Grow

BuggyRestarted(s) == [s EXCEPT !.applied = <<>>, !.view = NoL1View, !.fetching = NoHeader]
=============================================================================
