-------------------------- MODULE ProofOfOneBlock ---------------------------
\* Violates ProofsAreOfEndedEpochs.
\* A proof is of the first pending block alone (PROOF-4).
EXTENDS Default

BuggyProve(eff, e) ==
    LET lastSlot == eff.pending
        proven == [eff EXCEPT
            !.provenSlot = lastSlot,
            !.pending = IF e.leavesPending THEN FirstSlotOf(Epoch(eff.slot)) ELSE NoSlot,
            !.claimDeadline = NoSlot,
            !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), ProofCountedFrom(eff, lastSlot), IsWaiting(proven)))
=============================================================================
