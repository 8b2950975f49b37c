------------------------ MODULE ReportsEndTheProving ------------------------
\* Violates BegunIsKept.
\* With every report of the follower proving ends (PROVE-3).
EXTENDS Prove

BuggyFollow(s, e) == [s EXCEPT !.view = e.view, !.proving = NoTarget]
=============================================================================
