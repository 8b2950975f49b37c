------------------------ MODULE PostingsAreForgotten ------------------------
\* Violates PendingBlocksHavePostings.
\* What a block was proposed with is not kept (CHALLENGE-2).
EXTENDS Challenged

BuggyPropose(s, e) == [Effective(s) EXCEPT
    !.pending = Append(@, ProposedBlock(e)),
    !.fallback = Waits(@, s.slot)]
=============================================================================
