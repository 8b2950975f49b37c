-------------------------- MODULE ForcedIsNotTold ---------------------------
\* Violates RolesAreTold.
\* The roles do not learn of what is forced (TX-8).
EXTENDS Gossip

BuggyFollowEffects(s, e) ==
    SentOf(InOrder(s.stashed, Elements(Follow(s, e).stored) \ Elements(Follow(s, e).stashed)))
=============================================================================
