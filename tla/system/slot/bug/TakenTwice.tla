----------------------------- MODULE TakenTwice -----------------------------
\* Violates ChainIsOne.
\* L1 takes a block again (PROPOSE-5, PROPOSE-6).
EXTENDS Overrun

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"ParentNotTip", "SlotTaken"}
=============================================================================
