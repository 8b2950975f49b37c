-------------------------- MODULE VerifiedAreKept ---------------------------
\* Violates PendingBlocksHavePostings.
\* Postings are kept although signatures were verified (CHALLENGE-2).
EXTENDS Chain

BuggyPropose(s, e) == [Effective(s) EXCEPT
    !.pending = Append(@, ProposedBlock(e)),
    !.posted = Append(@, Posting(e)),
    !.fallback = Waits(@, s.slot)]
=============================================================================
