-------------------------- MODULE ProofOfTwoEpochs --------------------------
\* Violates ProofsAreOfEndedEpochs.
\* A proof takes the blocks of the running epoch too (PROOF-4).
EXTENDS Default

BuggyProve(eff, e) ==
    LET lastSlot == LastSlotOf(Epoch(eff.pending))
        proven == [eff EXCEPT
            !.provenSlot = lastSlot,
            !.pending = NoSlot,
            !.claimDeadline = NoSlot,
            !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), ProofCountedFrom(eff, lastSlot), IsWaiting(proven)))
=============================================================================
