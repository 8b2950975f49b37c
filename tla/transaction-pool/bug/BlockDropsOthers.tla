-------------------------- MODULE BlockDropsOthers --------------------------
\* Violates HeldIsKept.
\* A block drops what spends the same as one of its transactions, so that a prune does not
\* give it back (TX-10, TX-13).
EXTENDS Spend

BuggyStillStored(before, report) ==
    LET others == SpentIn(report.root) \ Elements(report.root) IN
    InOrder(Transactions,
            ((Elements(before) \ others) \cup Elements(report.queue)) \ SpentIn(report.final))
=============================================================================
