------------------------- MODULE PaidWhilePromised --------------------------
\* Violates PromisesAreCovered.
\* A prover withdraws what it promised, and no delay holds it back (PROVE-8, ESCROW-11): one
\* of the two would do.
EXTENDS Withdrawing

BuggyProverRefusals(p, s, e) == Prover(p)!Refusals(s, e) \ {"QuotePromised"}
BuggyStartsToLeave(p, amount) ==
    /\ amount \in 1..escrow[p].available
    /\ escrow[p].withdrawing = 0
    /\ escrow' = [escrow EXCEPT ![p].available = @ - amount,
                                ![p].withdrawing = amount,
                                ![p].unlockSlot = slot]
=============================================================================
