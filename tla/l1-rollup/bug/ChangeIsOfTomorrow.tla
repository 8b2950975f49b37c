------------------------- MODULE ChangeIsOfTomorrow -------------------------
\* Violates StatesAreCoherent.
\* A change of the validators is recorded for the epoch after (VALIDATOR-5).
EXTENDS Committee

BuggyChanged(s, set) ==
    [current |-> set, previous |-> SetAtStart(s), earlier |-> Frozen(s), changedEpoch |-> Now(s) + 1]
=============================================================================
