------------------------- MODULE CallerIsForgotten --------------------------
\* Violates TakenWasSubmitted.
\* L1 forgets of the block before who handed it in (PROPOSE-12).
EXTENDS Second

BuggyTake(b) ==
    /\ L1Refusals(b) = {}
    /\ chain' = Append([i \in DOMAIN chain |-> [chain[i] EXCEPT !.caller = "nobody"]], b)
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>
=============================================================================
