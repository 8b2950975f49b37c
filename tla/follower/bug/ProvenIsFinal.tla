--------------------------- MODULE ProvenIsFinal ----------------------------
\* Violates WhatIsFinalIsTold.
\* The pool is told that what is proven is final (TX-10).
EXTENDS Grow

BuggyFinalRoot(s) ==
    IF s.view.proven \in DOMAIN Right(s) THEN Right(s)[s.view.proven].root ELSE <<>>
=============================================================================
