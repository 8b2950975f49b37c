--------------------------- MODULE StashIsNotTold ---------------------------
\* Violates RolesAreTold.
\* The roles of the node do not learn of the stash: nobody can propose it (TX-7).
EXTENDS Serve

BuggyVerifiedEffects(s, e) ==
    IF IsSecret(s, e) THEN <<>> ELSE <<Tell(e.transaction), Broadcast(e.transaction)>>
=============================================================================
