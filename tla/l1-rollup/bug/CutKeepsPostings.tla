-------------------------- MODULE CutKeepsPostings --------------------------
\* Violates PendingBlocksHavePostings.
\* A challenge leaves the postings of what it drops (CHALLENGE-2, CHALLENGE-7).
EXTENDS Challenged

BuggyCut(eff, e) == [eff EXCEPT !.pending = SubSeq(@, 1, LeftBy(eff, e))]
=============================================================================
