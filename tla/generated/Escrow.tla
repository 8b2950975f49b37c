------------------------------- MODULE Escrow -------------------------------
\* Generated from profile escrow of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach

ProfileInitialValidators == <<"v1">>

ProfileInitialTokens == [p1 |-> 1, v1 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 2]

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[prover |-> "p1", bond |-> 1, fee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "full", submitEpochProof |-> "valid", prune |-> "full", setupEpoch |-> "none", validators |-> "none", deposit |-> "full", withdrawal |-> "full", collectSlashed |-> "full", collectReward |-> "none"]

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
