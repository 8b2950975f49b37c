------------------------ MODULE ProofLeavesTheClaim -------------------------
\* Violates ProofsAreOfEndedEpochs.
\* A claim outlives the proof of its epoch (PROOF-7).
EXTENDS Default

BuggyProve(eff, e) ==
    LET lastSlot == LastSlotOf(Epoch(eff.pending))
        proven == [eff EXCEPT
            !.provenSlot = lastSlot,
            !.pending = IF e.leavesPending THEN FirstSlotOf(Epoch(eff.slot)) ELSE NoSlot,
            !.claimDeadline = @,
            !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), ProofCountedFrom(eff, lastSlot), IsWaiting(proven)))
=============================================================================
