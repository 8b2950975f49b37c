---------------------------- MODULE OldSetTwice -----------------------------
\* Violates SetsHaveNoRepetition.
\* The set of before is kept with its first member once more (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    [current |-> set, previous |-> Append(Frozen(s), Frozen(s)[1]), changedEpoch |-> Now(s)]
=============================================================================
