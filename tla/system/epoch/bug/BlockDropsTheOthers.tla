------------------------ MODULE BlockDropsTheOthers -------------------------
\* Violates DroppedWasDue.
\* L1 takes a block on the proven tip, in place of those that are pending (PROPOSE-5).
EXTENDS Stale

BuggyBlock ==
    /\ CanAttest
    /\ attested' = [attested EXCEPT ![slot] = Named(proven)]
    /\ pending' = <<OnL1(BlockOn(Named(proven), slot))>>
    /\ forged' = NothingForged(pending')
    /\ UNCHANGED <<slot, proven, claim, escrow, past, reorganised>>
    /\ OthersUnchanged
=============================================================================
