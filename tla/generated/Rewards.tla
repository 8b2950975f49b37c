------------------------------ MODULE Rewards -------------------------------
\* Generated from profile rewards of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach

ProfileInitialValidators == <<"v1">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 4]

ProfileInitialDeposits == [p1 |-> 0]

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[prover |-> "p1", bond |-> 0, fee |-> 5000], [prover |-> "p1", bond |-> 0, fee |-> 0], [prover |-> "p1", bond |-> 0, fee |-> 10000]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "full"]

ProfileShuffleTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>>>[epoch + 1]]]

ProfileDrawTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>>>>>[epoch + 1]]]
=============================================================================
