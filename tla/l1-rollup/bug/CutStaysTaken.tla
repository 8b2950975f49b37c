--------------------------- MODULE CutStaysTaken ----------------------------
\* Violates ProvenBlocksTake.
\* What a challenged block took stays taken (CHALLENGE-7, QUEUE-8).
EXTENDS Challenged

BuggyCut(eff, e) ==
    LET n == LeftBy(eff, e)
    IN [eff EXCEPT
        !.pending = SubSeq(@, 1, n),
        !.posted = SubSeq(@, 1, n),
        !.taken = @ + ForcedIn(SubSeq(eff.pending, n + 1, Len(eff.pending)))]
=============================================================================
