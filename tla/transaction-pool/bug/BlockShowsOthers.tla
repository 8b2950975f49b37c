-------------------------- MODULE BlockShowsOthers --------------------------
\* Violates StashedIsKept.
\* What a block spends is no secret any more, though it shows another one that does
\* (TX-7, TX-13).
EXTENDS Spend

BuggyStillStashed(before, kept, report) ==
    InOrder(Transactions,
            (Elements(before) \cap Elements(kept)) \ (Shown(report) \cup SpentIn(report.root)))
=============================================================================
