------------------------- MODULE BlocksTakeOneEach --------------------------
\* Violates WhatWaitsIsTold.
\* A block that takes from the queue counts as one transaction of it (FOLLOW-7).
EXTENDS Bodies

BuggyForcedOf(blocks) == Cardinality({i \in DOMAIN blocks : blocks[i].forced # <<>>})
=============================================================================
