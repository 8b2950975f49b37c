------------------------ MODULE TakenWaitsUntilSeen -------------------------
\* Violates WhatWaitsIsTold.
\* What a block takes waits until its body is applied (FOLLOW-7).
EXTENDS Reorg

BuggyWaiting(s) == SubSeq(s.view.forced, ForcedOf(Right(s)) + 1, Len(s.view.forced))
=============================================================================
