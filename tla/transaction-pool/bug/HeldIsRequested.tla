-------------------------- MODULE HeldIsRequested ---------------------------
\* Violates AskedIsRequested.
\* Peers are asked for what the node holds (TX-16).
EXTENDS Gossip

BuggyAskEffects(s, e) ==
    (IF IsStored(s, e) THEN <<Tell(e.transaction)>> ELSE <<>>) \o <<Request(e.transaction, s.slot)>>
=============================================================================
