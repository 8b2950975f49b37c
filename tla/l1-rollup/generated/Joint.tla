------------------------------- MODULE Joint --------------------------------
\* Generated from profile joint of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, JointValues

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 1, basisPointFee |-> 10000]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "valid", prune |-> "valid", setupEpoch |-> "full", validators |-> "none", deposit |-> "none", withdrawal |-> "valid", collectSlashed |-> "valid", collectReward |-> "none"]
=============================================================================
