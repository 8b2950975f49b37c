---------------------------- MODULE EmptyValues -----------------------------
\* Generated from profile empty of spec/presets/tiny.json by `npm run generate`. Do not edit.
EXTENDS Integers, Sequences

ProfileInitialValidators == <<"v1">>

ProfileInitialTokens == [p1 |-> 0, v1 |-> 0, sink |-> 0, escrow |-> 0, rollup |-> 0]

ProfileInitialDeposits == [p1 |-> 0]
=============================================================================
