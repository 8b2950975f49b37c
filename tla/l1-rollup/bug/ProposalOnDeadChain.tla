------------------------ MODULE ProposalOnDeadChain -------------------------
\* Violates PendingKeepsItsBlocks.
\* A proposal is appended to what is stored, not to what is left of it (PRUNE-4).
EXTENDS Forks

BuggyPropose(s, e) == [Effective(s) EXCEPT !.pending = Append(s.pending, ProposedBlock(e))]
=============================================================================
