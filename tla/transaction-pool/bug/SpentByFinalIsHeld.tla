------------------------- MODULE SpentByFinalIsHeld -------------------------
\* Violates DroppedIsNotHeld.
\* What spends the same as a final one is held for ever (TX-13).
EXTENDS Spend

BuggyStillStored(before, report) ==
    InOrder(Transactions,
            (Elements(before) \ Elements(report.final))
                \cup (Elements(report.queue) \ SpentIn(report.final)))
=============================================================================
