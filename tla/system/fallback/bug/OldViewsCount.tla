--------------------------- MODULE OldViewsCount ----------------------------
\* Violates OldViewsAreNotLevel.
\* A view is acted on however old it is (FOLLOW-11).
EXTENDS Reorganised

BuggyReport(s) == [FollowerRole!ViewReport(s) EXCEPT !.follows = "level"]
=============================================================================
