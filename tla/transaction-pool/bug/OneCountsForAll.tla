-------------------------- MODULE OneCountsForAll ---------------------------
\* Violates BegunIsKnown.
\* A proof of one sender counts as being verified for every peer (TX-9).
EXTENDS Gossip

BuggyReceiveTransaction(s, e) ==
    [s EXCEPT !.verifying = InOrder(AllCopies,
        Elements(@) \cup {[transaction |-> e.transaction, from |-> p] : p \in Elements(Peers) \cup {e.from}})]
=============================================================================
