-------------------------- MODULE AlarmEndsTheWork --------------------------
\* Violates WorkIsFinished.
\* The report of an alarm ends the work (ATTEST-8).
EXTENDS Tiny

BuggyFollow(s, e) == [s EXCEPT !.view = e.view, !.work = IF e.view.alarm THEN NoProposal ELSE @]
=============================================================================
