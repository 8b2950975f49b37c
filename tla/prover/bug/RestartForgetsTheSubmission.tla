-------------------- MODULE RestartForgetsTheSubmission ---------------------
\* Violates SubmittedIsKept.
\* When a proof was submitted is kept in memory (PROVE-6).
EXTENDS Prove

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.submitted = -1]
=============================================================================
