-------------------------- MODULE EarlierSetTwice ---------------------------
\* Violates SetsHaveNoRepetition.
\* The set of an epoch earlier is kept with its first member once more (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    LET before == Frozen(s)
    IN [current |-> set, previous |-> SetAtStart(s), earlier |-> Append(before, before[1]), changedEpoch |-> Now(s)]
=============================================================================
