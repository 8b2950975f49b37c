--------------------------- MODULE SuccessorsStay ---------------------------
\* Violates PendingKeepsItsBlocks.
\* A challenge drops the one block, and those on it stay (CHALLENGE-7).
EXTENDS Challenged

BuggyCut(eff, e) ==
    LET n == LeftBy(eff, e)
    IN [eff EXCEPT
        !.pending = SubSeq(@, 1, n) \o SubSeq(@, n + 2, Len(@)),
        !.posted = SubSeq(@, 1, n) \o SubSeq(@, n + 2, Len(@))]
BuggyClaimEndsBy(eff, e) == eff.claim # NoClaim /\ Len(eff.pending) = 1
=============================================================================
