----------------------------- MODULE AlarmStays -----------------------------
\* Violates ViewsAreReported.
\* An alarm that was raised once is never over (BASED-1).
EXTENDS Race

BuggyFollow(s, e) == [s EXCEPT !.view = [e.view EXCEPT !.alarm = @ \/ s.view.alarm]]
=============================================================================
