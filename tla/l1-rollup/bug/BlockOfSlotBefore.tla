------------------------- MODULE BlockOfSlotBefore --------------------------
\* Violates HeadersAreOfNow.
\* The stored block has another slot than its header (PROPOSE-12).
EXTENDS Chain

BuggyProposedBlock(e) ==
    [slot |-> IF e.slot > 1 THEN e.slot - 1 ELSE e.slot, content |-> e.content, beneficiary |-> "none",
     forced |-> e.forced]
=============================================================================
