------------------------ MODULE OneBoundForAllPeers -------------------------
\* Violates NewIsTaken.
\* One peer takes the place of all others (TX-14).
EXTENDS Gossip

BuggyIsBusy(s, e) ==
    /\ e.from \in Elements(Peers)
    /\ Len(s.verifying) >= VerifyingMaximum
    /\ ~IsAsked(s, e)
=============================================================================
