---------------------------- MODULE OldSetTwice -----------------------------
\* Violates SetsHaveNoRepetition.
\* The set of before is kept with its first member once more (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    LET before == SetAtStart(s)
    IN [current |-> set, previous |-> Append(before, before[1]), earlier |-> Frozen(s), changedEpoch |-> Now(s)]
=============================================================================
