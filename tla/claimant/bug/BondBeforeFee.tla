--------------------------- MODULE BondBeforeFee ----------------------------
\* Violates TheFirstIsClaimed.
\* The highest bond is taken, and of these the lowest fee (QUOTE-6).
EXTENDS Choice

BuggyBest(s) ==
    Head(Cheapest(BestCovered(FailedLast(OwnFirst(Usable(s)), s.view.failed))))
=============================================================================
