------------------------- MODULE SecondBlockOfASlot -------------------------
\* Violates PendingBeginsNow.
\* A slot has two blocks (PROPOSE-6).
EXTENDS Default

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
