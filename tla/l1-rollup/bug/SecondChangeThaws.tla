------------------------- MODULE SecondChangeThaws --------------------------
\* Violates SetIsFrozen.
\* Every change keeps the set before it, not only the first of its epoch (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(set) ==
    [current |-> set, previous |-> validators.current, changedEpoch |-> Epoch(slot)]
=============================================================================
