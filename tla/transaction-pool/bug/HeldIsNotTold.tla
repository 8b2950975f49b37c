--------------------------- MODULE HeldIsNotTold ----------------------------
\* Violates RolesAreTold.
\* A role that lacks what the node holds learns nothing (TX-16).
EXTENDS Gossip

BuggyAskEffects(s, e) == IF IsStored(s, e) THEN <<>> ELSE <<Request(e.transaction, s.slot)>>
=============================================================================
