--------------------------- MODULE SpentIsUnknown ---------------------------
\* Violates ReceivedIsHeld.
\* What is held does not count while another one at the tip spends the same (TX-11, TX-13).
EXTENDS Answers

BuggyIsReceived(t, n) ==
    t \in Elements(n.pool.stored) /\ ~IsSpentIn(t, TipRoot(n), Given.nullifiers)
=============================================================================
