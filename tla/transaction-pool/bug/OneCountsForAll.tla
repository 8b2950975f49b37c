-------------------------- MODULE OneCountsForAll ---------------------------
\* Violates BegunIsKnown.
\* A proof of one sender counts as being verified for every peer (TX-19).
EXTENDS Gossip

BuggyReceiveTransaction(s, e) ==
    [s EXCEPT !.verifying = InOrder(AllCopies,
        Elements(@) \cup {[CopyOf(e) EXCEPT !.from = p] : p \in Elements(Peers) \cup {e.from}})]
=============================================================================
