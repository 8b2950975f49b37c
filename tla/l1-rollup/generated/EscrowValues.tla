---------------------------- MODULE EscrowValues ----------------------------
\* Generated from profile escrow of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS Integers, Sequences

ProfileInitialValidators == <<"v1">>

ProfileInitialTokens == [p1 |-> 1, v1 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 2]
=============================================================================
