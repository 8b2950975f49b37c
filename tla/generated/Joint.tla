------------------------------- MODULE Joint --------------------------------
\* Generated from profile joint of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach

ProfileInitialValidators == <<"v1", "v2">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, v2 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 1]

ProfileContents == <<"a">>

ProfileAddable == <<>>

ProfileRemovable == <<>>

ProfileQuotes == <<[prover |-> "p1", bond |-> 1, fee |-> 10000]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "valid", submitEpochProof |-> "valid", prune |-> "valid", setupEpoch |-> "full", validators |-> "none", deposit |-> "none", withdrawal |-> "valid", collectSlashed |-> "valid", collectReward |-> "none"]

ProfileShuffleTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>>>>>[epoch + 1]]]

ProfileDrawTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 2, 2, 2, 2, 1, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<2, 1, 2, 1, 2, 1, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 1, 1, 2, 1, 2, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 1, 2, 2, 1, 2, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<2, 2, 2, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 2, 2, 1, 1, 1, 2, 2>>>>>>[epoch + 1]]]
=============================================================================
