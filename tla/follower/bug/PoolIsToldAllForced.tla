------------------------ MODULE PoolIsToldAllForced -------------------------
\* Violates ThePoolIsToldTheSame.
\* The pool is told all that ever entered the queue (TX-8).
EXTENDS Reorg

BuggyPoolReport(s) ==
    IF s.view = NoL1View THEN NoPoolView
    ELSE [root |-> Tip(s).root, final |-> FinalRoot(s), queue |-> s.view.forced]
=============================================================================
