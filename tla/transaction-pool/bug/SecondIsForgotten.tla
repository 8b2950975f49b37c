------------------------- MODULE SecondIsForgotten --------------------------
\* Violates BegunIsKnown.
\* A second proof of a transaction is verified, but nobody knows of it (TX-19).
EXTENDS Gossip

BuggyReceiveTransaction(s, e) ==
    IF \E c \in Elements(s.verifying) : c.transaction = e.transaction THEN s
    ELSE [s EXCEPT !.verifying = InOrder(AllCopies, Elements(@) \cup {CopyOf(e)})]
=============================================================================
