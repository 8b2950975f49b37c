------------------------ MODULE ReceivedIsRemembered ------------------------
\* Violates ReceivedIsHeld.
\* What was proposed in an earlier slot counts as received, though the pool does not hold it (TX-11).
EXTENDS Answers

BuggyIsReceived(t, n) ==
    t \in Elements(n.pool.stored) \/ t \in Elements(n.proposer.proposed.transactions)
=============================================================================
