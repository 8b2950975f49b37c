----------------------- MODULE TimingForgetsTheClaim ------------------------
\* Violates RollupHasTheTiming.
\* The timing that the rollup has knows of no claim (FALLBACK-3).
EXTENDS Default

BuggyTimed(c, until, deadline, isForced) == SlotsPassed(c, StartOf(c), until, NoSlot, isForced)
=============================================================================
