-------------------------- MODULE SlotIsTakenTwice --------------------------
\* Violates ProposedSlotsAreFree.
\* A second block of a slot is proposed, on the first (BUILD-8).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
