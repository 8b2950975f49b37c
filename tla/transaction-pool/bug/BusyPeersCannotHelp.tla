------------------------ MODULE BusyPeersCannotHelp -------------------------
\* Violates AskedIsTaken.
\* What a proposal lists is not taken of a peer that sent enough (TX-14).
EXTENDS Gossip

BuggyIsBusy(s, e) ==
    e.from \in Elements(Peers) /\ Len(CopiesFrom(s, e.from)) >= VerifyingMaximum
=============================================================================
