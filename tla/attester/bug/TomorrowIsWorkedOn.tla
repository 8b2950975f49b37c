------------------------- MODULE TomorrowIsWorkedOn -------------------------
\* Violates NothingIsOfTheFuture.
\* A proposal for the next slot comes into work (ATTEST-3).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "SlotNotCurrent" THEN {} ELSE {refusal}
=============================================================================
