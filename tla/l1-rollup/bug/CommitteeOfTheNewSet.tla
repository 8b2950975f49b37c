------------------------ MODULE CommitteeOfTheNewSet ------------------------
\* Violates CommitteesAreOfTheOldSet.
\* The committee is drawn from the set as it is now (EPOCH-3).
EXTENDS Committee

BuggySetupEpoch(e) ==
    /\ SetupEpochRefusals(e) = {}
    /\ samples' = Append(samples, Sample(validators.current, e.randao, SampledEpoch))
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, rewardVariables, validators>>
=============================================================================
