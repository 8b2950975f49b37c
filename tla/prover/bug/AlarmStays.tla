----------------------------- MODULE AlarmStays -----------------------------
\* Violates ViewsAreReported.
\* An alarm stays when the follower clears it (FOLLOW-5).
EXTENDS Quote

BuggyFollow(s, e) == [s EXCEPT !.view = [e.view EXCEPT !.alarm = @ \/ s.view.alarm]]
=============================================================================
