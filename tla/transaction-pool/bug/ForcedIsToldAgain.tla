------------------------- MODULE ForcedIsToldAgain --------------------------
\* Violates RolesAreTold.
\* What is forced is told with every report (TX-8).
EXTENDS Gossip

BuggyFollowEffects(s, e) ==
    ToldOf(InOrder(Transactions, Elements(e.view.queue) \ SpentIn(e.view.final)))
=============================================================================
