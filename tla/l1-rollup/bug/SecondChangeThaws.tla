------------------------- MODULE SecondChangeThaws --------------------------
\* Violates StatesAreCoherent.
\* Every change keeps the set before it, not only the first of its epoch (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    [current |-> set, previous |-> s.validators.current, earlier |-> Frozen(s), changedEpoch |-> Now(s)]
=============================================================================
