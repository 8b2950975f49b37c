-------------------------- MODULE LastNameIsTaken ---------------------------
\* Violates TheFirstIsClaimed.
\* Of what is alike the last name is taken (QUOTE-6).
EXTENDS Choice

BuggyBest(s) ==
    LET best == BestCovered(Cheapest(FailedLast(OwnFirst(Usable(s)), s.view.failed)))
    IN best[Len(best)]
=============================================================================
