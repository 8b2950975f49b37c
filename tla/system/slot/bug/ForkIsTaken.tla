---------------------------- MODULE ForkIsTaken -----------------------------
\* Violates ChainIsOne.
\* L1 takes a block that does not stand on the last one (PROPOSE-5).
EXTENDS Second

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"ParentNotTip"}
=============================================================================
