------------------------ MODULE ExitForgetsTheQueue -------------------------
\* Violates CountIsOfWhatWaits.
\* After a session nothing is counted, whatever waits (FALLBACK-8).
EXTENDS Default

BuggyExited(n, waits) == Idle
=============================================================================
