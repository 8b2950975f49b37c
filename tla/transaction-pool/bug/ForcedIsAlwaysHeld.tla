------------------------- MODULE ForcedIsAlwaysHeld -------------------------
\* Violates DroppedIsNotHeld.
\* What waits in the queue is held, though one that spends the same is final (TX-8, TX-13).
EXTENDS Spend

BuggyStillStored(before, report) ==
    InOrder(Transactions,
            (Elements(before) \ SpentIn(report.final))
                \cup (Elements(report.queue) \ Elements(report.final)))
=============================================================================
