----------------------- MODULE ForcedRestartTheCount ------------------------
\* Violates CountIsOfWhatWaits.
\* What begins to wait is counted from, though something else has waited longer
\* (FALLBACK-2).
EXTENDS Default

BuggyWaits(c, n) == IF InSession(c) THEN c ELSE CountedFrom(n)
=============================================================================
