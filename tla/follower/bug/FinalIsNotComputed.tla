------------------------- MODULE FinalIsNotComputed -------------------------
\* Violates WhatIsFinalIsTold.
\* The pool is told the root that L1 shows of what is final (TX-10).
EXTENDS Grow

BuggyFinalRoot(s) ==
    IF s.view.final > 0 THEN Chain(s)[s.view.final].root ELSE <<>>
=============================================================================
