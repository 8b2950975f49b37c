----------------------- MODULE PostingsMoveToTheNext ------------------------
\* Violates PostingsStayWithTheirBlocks.
\* A proof leaves the first postings to the blocks that remain (CHALLENGE-2).
EXTENDS Postings

BuggyBecomes(s) ==
    /\ slot' = s.slot /\ proven' = s.proven /\ pending' = s.pending /\ claim' = s.claim
    /\ accounts' = s.accounts /\ slashed' = s.slashed /\ tokens' = s.tokens /\ credits' = s.credits
    /\ validators' = s.validators /\ samples' = s.samples /\ queue' = s.queue /\ taken' = s.taken
    /\ posted' = IF s.proven = proven THEN s.posted ELSE SubSeq(posted, 1, Len(s.posted))
    /\ fallback' = s.fallback
=============================================================================
