--------------------------- MODULE OneMoreOfAPeer ---------------------------
\* Violates PeersAreBounded.
\* One more is taken of a peer than is allowed (TX-14).
EXTENDS Gossip

BuggyIsBusy(s, e) ==
    LET copies == CopiesFrom(s, e.from) IN
    /\ e.from \in Elements(Peers)
    /\ Len(copies) > VerifyingMaximum
    /\ IsAsked(s, e) => e.transaction \in {c.transaction : c \in Elements(copies)}
=============================================================================
