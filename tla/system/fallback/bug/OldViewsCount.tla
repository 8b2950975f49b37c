--------------------------- MODULE OldViewsCount ----------------------------
\* Violates OldViewsAreNotLevel.
\* A view is acted on however old it is (FOLLOW-11).
EXTENDS Reorganised

BuggyReportOf(s) == [FollowerRole!ViewReport(s) EXCEPT !.follows = "level"]
=============================================================================
