-------------------------- MODULE SlotIsTakenTwice --------------------------
\* Violates SignedSlotsAreFree.
\* A second block of a slot is signed, on the first (ATTEST-11).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "SlotTaken" THEN {} ELSE {refusal}
=============================================================================
