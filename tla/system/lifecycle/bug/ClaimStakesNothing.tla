------------------------- MODULE ClaimStakesNothing -------------------------
\* Violates EpochHolds.
\* A claim leaves the escrow as it is (CLAIM-10).
EXTENDS Finality

BuggyTakeClaim(c) ==
    OfEpoch(
        /\ E!L1Refusals(c) = {}
        /\ E!L1Claims(c)
        /\ UNCHANGED escrow
        /\ E!OracleUnchanged
        /\ E!OthersUnchanged)
=============================================================================
