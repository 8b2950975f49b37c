-------------------------- MODULE SlotIsTakenTwice --------------------------
\* Violates BlocksAreLaterThanTheirParents.
\* A block takes the slot of its parent, or an earlier one (BASED-4).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
