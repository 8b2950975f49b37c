------------------------ MODULE SignatureMovesTheTip ------------------------
\* Violates ViewsAreReported.
\* Who signs takes the block for its own tip (FOLLOW-3).
EXTENDS Tiny

BuggyExecuted(s) ==
    [s EXCEPT !.signed = s.work, !.work = NoProposal,
              !.view.tip = [slot |-> s.slot, root |-> s.work.root]]
=============================================================================
