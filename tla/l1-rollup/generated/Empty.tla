------------------------------- MODULE Empty --------------------------------
\* Generated from profile empty of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, EmptyValues

ProfileContents == <<"a">>

ProfileAddable == <<"v1">>

ProfileRemovable == <<"v1">>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "none", prune |-> "valid", setupEpoch |-> "valid", validators |-> "valid", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]
=============================================================================
