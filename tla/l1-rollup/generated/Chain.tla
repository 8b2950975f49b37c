------------------------------- MODULE Chain --------------------------------
\* Generated from profile chain of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, ChainValues

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 0]>>

ProfileFamilies == [propose |-> "full", claimEpochProofRight |-> "full", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]
=============================================================================
