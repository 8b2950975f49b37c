-------------------------- MODULE AnyParentIsTaken --------------------------
\* Violates PendingIsAttested.
\* L1 takes a block on whatever the tip is (PROPOSE-5).
EXTENDS Reorganised

BuggyLand ==
    /\ attested[slot] # Unattested
    /\ Takes(AttestedIn(slot))
    /\ UNCHANGED attested
=============================================================================
