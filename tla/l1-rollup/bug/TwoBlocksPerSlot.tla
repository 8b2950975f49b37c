-------------------------- MODULE TwoBlocksPerSlot --------------------------
\* Violates BlocksAreOrdered.
\* Nobody asks whether the slot has its block (PROPOSE-6).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
