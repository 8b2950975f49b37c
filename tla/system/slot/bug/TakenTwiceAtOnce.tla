-------------------------- MODULE TakenTwiceAtOnce --------------------------
\* Violates ChainIsOne.
\* L1 appends what it takes twice (PROPOSE-12).
EXTENDS Equivocating

BuggyTake(b) ==
    /\ L1Refusals(b) = {}
    /\ chain' = chain \o <<b, b>>
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>
=============================================================================
