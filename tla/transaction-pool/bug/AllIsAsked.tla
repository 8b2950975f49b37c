----------------------------- MODULE AllIsAsked -----------------------------
\* Violates AskedIsKnown.
\* With one transaction all count as asked for (TX-16).
EXTENDS Gossip

BuggyAsk(s, e) == [s EXCEPT !.asked = InOrder(Transactions, Elements(Transactions) \ Elements(s.stored))]
=============================================================================
