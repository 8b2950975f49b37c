-------------------------- MODULE YesterdayIsTaken --------------------------
\* Violates ChainGrowsInTime.
\* L1 takes a block after its slot (PROPOSE-3).
EXTENDS Second

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"SlotNotCurrent"}
=============================================================================
