------------------------ MODULE FinalIsAllOrNothing -------------------------
\* Violates WhatIsFinalIsTold.
\* While the last final block is not applied the pool is told that nothing is final.
EXTENDS Reorg

BuggyFinalRoot(s) ==
    IF s.view.final \in DOMAIN Right(s) THEN Right(s)[s.view.final].root ELSE <<>>
=============================================================================
