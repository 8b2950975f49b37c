-------------------------- MODULE ChallengerIsPaid --------------------------
\* Violates ChallengesMoveNoTokens.
\* Who challenges is paid by what the provers have deposited (CHALLENGE-11).
EXTENDS Challenged

BuggyCut(eff, e) == [eff EXCEPT
    !.pending = SubSeq(@, 1, LeftBy(eff, e)),
    !.posted = SubSeq(@, 1, LeftBy(eff, e)),
    !.accounts = With(@, "p1", [At(@, "p1", NoAccount) EXCEPT !.available = @ - 1]),
    !.tokens = Paid(@, "escrow", e.caller, 1)]
=============================================================================
