--------------------------- MODULE NewestIsFirst ----------------------------
\* Violates WhatWaitsIsTold.
\* The roles are told the queue with the newest transaction first.
EXTENDS Reorg

BuggyWaiting(s) ==
    LET length == Len(s.view.forced)
    IN [i \in 1..length - ForcedOf(Chain(s)) |-> s.view.forced[length + 1 - i]]
=============================================================================
