------------------------- MODULE ExitForgetsTheQueue -------------------------
\* Violates WhatWaitsIsCounted.
\* After an exit nothing is counted, although the queue waits (FALLBACK-8).
EXTENDS Sessions

BuggyExited(s, waits) == Idle
=============================================================================
