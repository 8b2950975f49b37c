---------------------- MODULE ChangeHidesTheOneBefore -----------------------
\* Violates SetIsFrozen.
\* Only the latest epoch with a change counts: a change of it uncovers those of the
\* epoch before (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    LET before == SetAtStart(s)
    IN [current |-> set, previous |-> before, earlier |-> before, changedEpoch |-> Now(s)]
=============================================================================
