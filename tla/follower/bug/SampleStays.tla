---------------------------- MODULE SampleStays -----------------------------
\* Violates ViewsAreRead.
\* A sample that was seen once counts, whatever the next view shows (FOLLOW-7).
EXTENDS Keep

BuggyReadView(s, e) ==
    Asking([s EXCEPT !.view = [e.view EXCEPT !.setUp = IF @ < s.view.setUp THEN s.view.setUp ELSE @]])
=============================================================================
