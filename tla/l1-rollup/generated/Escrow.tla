------------------------------- MODULE Escrow -------------------------------
\* Generated from profile escrow of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, EscrowValues

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 1, basisPointFee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "full", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "full", withdrawal |-> "full", collectSlashed |-> "full", collectReward |-> "none"]
=============================================================================
