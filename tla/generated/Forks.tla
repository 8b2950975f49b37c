------------------------------- MODULE Forks --------------------------------
\* Generated from profile forks of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach

ProfileInitialValidators == <<"v1">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 0]

ProfileContents == <<"a", "b">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[prover |-> "p1", bond |-> 0, fee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "full", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]

ProfileShuffleTable == [r1 |-> [epoch \in 0..6 |-> <<
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>,
    <<<<1>>>>>>[epoch + 1]]]

ProfileDrawTable == [r1 |-> [epoch \in 0..6 |-> <<
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1, 1>>>>>>[epoch + 1]]]
=============================================================================
