----------------------------- MODULE Committee ------------------------------
\* Generated from profile committee of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS L1RollupReach

ProfileInitialValidators == <<"v1", "v2">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, v2 |-> 0, v3 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 0]

ProfileContents == <<"a">>

ProfileAddable == <<"v3">>

ProfileRemovable == <<"v1">>

ProfileQuotes == <<[prover |-> "p1", bond |-> 0, fee |-> 0]>>

ProfileFamilies == [propose |-> "valid", claimEpochProofRight |-> "none", submitEpochProof |-> "none", prune |-> "valid", setupEpoch |-> "full", validators |-> "full", deposit |-> "none", withdrawal |-> "none", collectSlashed |-> "none", collectReward |-> "none"]

ProfileShuffleTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1>>, <<1, 2>>, <<1, 2>>>>,
    <<<<1>>, <<1, 2>>, <<2, 3>>>>,
    <<<<1>>, <<1, 2>>, <<3, 1>>>>,
    <<<<1>>, <<1, 2>>, <<2, 3>>>>,
    <<<<1>>, <<1, 2>>, <<2, 1>>>>,
    <<<<1>>, <<1, 2>>, <<2, 1>>>>>>[epoch + 1]]]

ProfileDrawTable == [r1 |-> [epoch \in 0..5 |-> <<
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 2, 2, 2, 2, 1, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<2, 1, 2, 1, 2, 1, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 1, 1, 2, 1, 2, 2, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 1, 2, 2, 1, 2, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<2, 2, 2, 1, 1, 1, 1, 1>>>>,
    <<<<1, 1, 1, 1, 1, 1, 1, 1>>, <<1, 2, 2, 1, 1, 1, 2, 2>>>>>>[epoch + 1]]]
=============================================================================
