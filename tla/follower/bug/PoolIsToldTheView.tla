------------------------- MODULE PoolIsToldTheView --------------------------
\* Violates ThePoolIsToldTheSame.
\* The pool is told the tip that L1 shows (TX-10).
EXTENDS Grow

BuggyPoolReport(s) ==
    IF s.view = NoL1View THEN NoPoolView
    ELSE [root |-> TipOf(Chain(s)).root, final |-> FinalRoot(s), queue |-> Waiting(s)]
=============================================================================
