-------------------------- MODULE CommitteeValues ---------------------------
\* Generated from profile committee of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS Integers, Sequences

ProfileInitialValidators == <<"v1", "v2">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, v2 |-> 0, v3 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 0]
=============================================================================
