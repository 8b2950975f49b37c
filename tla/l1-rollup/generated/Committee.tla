----------------------------- MODULE Committee ------------------------------
\* Generated from profile committee of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, CommitteeValues

ProfileContents == <<"a">>

ProfileAddable == <<"v3">>

ProfileRemovable == <<"v1">>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "none", submitEpochProof |-> "none", prune |-> "valid", setupEpoch |-> "full", validators |-> "full", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]
=============================================================================
