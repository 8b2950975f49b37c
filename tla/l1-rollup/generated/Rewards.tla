------------------------------ MODULE Rewards -------------------------------
\* Generated from profile rewards of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach, RewardsValues

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 5000], [proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 0], [proverAddress |-> "p1", bondAmount |-> 0, basisPointFee |-> 10000]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "full"]
=============================================================================
