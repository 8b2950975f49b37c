------------------------- MODULE OnlyTheOldestWaits -------------------------
\* Violates WhatWaitsIsTold.
\* Of the queue the roles are told one transaction.
EXTENDS Reorg

BuggyWaiting(s) ==
    LET taken == ForcedOf(Chain(s)) IN SubSeq(s.view.forced, taken + 1, Lesser(taken + 1, Len(s.view.forced)))
=============================================================================
