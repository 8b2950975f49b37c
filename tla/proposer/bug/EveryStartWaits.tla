-------------------------- MODULE EveryStartWaits ---------------------------
\* Violates LostStoresWait.
\* A node with its store waits for the next slot too (BUILD-5).
EXTENDS Build

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.signsFrom = s.slot + 1]
=============================================================================
