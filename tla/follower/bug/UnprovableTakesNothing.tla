----------------------- MODULE UnprovableTakesNothing -----------------------
\* Violates WhatWaitsIsTold.
\* What a block takes waits unless its body begins with it (FOLLOW-7).
EXTENDS Bodies

RECURSIVE BuggyForcedOf(_)
BuggyForcedOf(blocks) ==
    IF blocks = <<>> THEN 0
    ELSE CommonFront(Head(blocks).forced, Head(blocks).body) + BuggyForcedOf(Tail(blocks))
=============================================================================
