---------------------- MODULE CrashForgetsThePublished ----------------------
\* Violates PublishedIsKept.
\* That the block was handed to L1 is kept in memory (BUILD-22).
EXTENDS Collect

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.published = FALSE]
=============================================================================
