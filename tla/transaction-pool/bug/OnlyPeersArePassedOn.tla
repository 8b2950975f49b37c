------------------------ MODULE OnlyPeersArePassedOn ------------------------
\* Violates VerifiedIsPassedOn.
\* What a user wants broadcast stays with this node (TX-2).
EXTENDS Serve

BuggyVerifiedEffects(s, e) ==
    <<Tell(e.transaction)>> \o (IF e.from \in Elements(Peers) THEN <<Broadcast(e.transaction)>> ELSE <<>>)
=============================================================================
