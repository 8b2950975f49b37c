------------------------- MODULE SlotIsSharedInLine -------------------------
\* Violates ChainIsOne.
\* L1 takes a block on another of the same slot, which a member signs for that (PROPOSE-6).
EXTENDS Overrun

BuggyParent == TipOf(chain)

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"ParentNotTip"}

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"SlotTaken"}
=============================================================================
