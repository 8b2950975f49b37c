---------------------- MODULE PostingsOutliveTheChain -----------------------
\* Violates PendingBlocksHavePostings.
\* A prune leaves the postings of what it drops (CHALLENGE-2).
EXTENDS Challenged

BuggyDropped(s) == IF DropDue(s) THEN [s EXCEPT !.pending = <<>>] ELSE s
=============================================================================
