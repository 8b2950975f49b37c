------------------------------ MODULE Rewards -------------------------------
\* Generated from profile rewards of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, RewardsValues

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[prover |-> "p1", bond |-> 0, fee |-> 5000], [prover |-> "p1", bond |-> 0, fee |-> 0], [prover |-> "p1", bond |-> 0, fee |-> 10000]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "full"]
=============================================================================
