------------------------- MODULE AnybodyIsTakenFrom -------------------------
\* Violates TakenWasSubmitted.
\* L1 takes the block of a slot from anybody (PROPOSE-7).
EXTENDS Calm

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"CallerNotProposer"}
=============================================================================
