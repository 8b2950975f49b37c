-------------------- MODULE RestartForgetsTheSubmission ---------------------
\* Violates SubmissionsAreKept.
\* That a block was submitted is kept in memory (BASED-10).
EXTENDS Race

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.proving = FALSE, !.submitted = -1]
=============================================================================
