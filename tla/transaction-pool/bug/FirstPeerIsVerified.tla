------------------------ MODULE FirstPeerIsVerified -------------------------
\* Violates TakenIsVerified.
\* Whoever sent a transaction, the proof of the first peer is verified (TX-19).
EXTENDS Gossip

BuggyVerify(copy) ==
    Effect("verify", "verify/" \o copy.transaction \o "/" \o copy.proof \o "/" \o Peers[1],
           [copy EXCEPT !.from = Peers[1]], -1)
=============================================================================
