--------------------------- MODULE SpentIsAStatus ---------------------------
\* Violates AnswerIsAStatus.
\* What is held, and spent at the tip by another one, is answered with a ninth word (TX-11).
EXTENDS Answers

BuggyStatus(t, n, given) ==
    LET status == FirstOf(Statuses, t, n, given)
    IN IF status = "received" /\ IsSpentIn(t, TipRoot(n), given.nullifiers) THEN "spent" ELSE status
=============================================================================
