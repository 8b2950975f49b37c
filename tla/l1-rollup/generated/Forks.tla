------------------------------- MODULE Forks --------------------------------
\* Generated from profile forks of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, ForksValues

ProfileContents == <<"a", "b">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "full", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]
=============================================================================
