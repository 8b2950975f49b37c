------------------------ MODULE SignatureMovesTheTip ------------------------
\* Violates ViewsAreReported.
\* Who signs takes the block for its own tip (ATTEST-9).
EXTENDS Tiny

BuggyExecuted(s) ==
    [s EXCEPT !.signed = s.work, !.work = NoProposal,
              !.view.tip = [slot |-> s.slot, root |-> s.work.root]]
=============================================================================
