--------------------------- MODULE DueIsNotAdded ----------------------------
\* Violates FreshReportsAreRight.
\* A node takes L1 to be what it was when it read it: fallback comes unseen (FOLLOW-7).
EXTENDS Reorganised

BuggyReportOf(s) ==
    [FollowerRole!ViewReport(s) EXCEPT !.fallback = s.view.fallbackFrom \in 0..s.view.time]
=============================================================================
