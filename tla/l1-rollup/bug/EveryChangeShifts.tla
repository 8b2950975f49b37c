------------------------- MODULE EveryChangeShifts --------------------------
\* Violates SetIsFrozen.
\* Every change makes the set before its epoch the earlier one, whenever that was
\* kept (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    [current |-> set, previous |-> SetAtStart(s), earlier |-> s.validators.previous, changedEpoch |-> Now(s)]
=============================================================================
