-------------------------- MODULE ChallengerIsPaid --------------------------
\* Violates ChallengesMoveNoTokens.
\* Who challenges gets a reward from the pool (CHALLENGE-11).
EXTENDS Challenged

BuggyInitialTokens == [h \in Holders |-> IF h = "rollup" THEN 9 ELSE 0]
BuggyCut(eff, e) == [eff EXCEPT
    !.pending = SubSeq(@, 1, LeftBy(eff, e)),
    !.posted = SubSeq(@, 1, LeftBy(eff, e)),
    !.tokens = Paid(@, "rollup", e.caller, 1)]
=============================================================================
