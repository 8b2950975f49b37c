------------------------- MODULE AnySlotIsAnswered --------------------------
\* Violates AnswersAreOfTheSlot.
\* A request of another slot is answered (TX-17).
EXTENDS Serve

BuggyRequire(check, refusal) == IF check \/ refusal = "SlotNotCurrent" THEN {} ELSE {refusal}
=============================================================================
