-------------------------- MODULE BuiltForTomorrow --------------------------
\* Violates NothingIsOfTheFuture.
\* A block is begun for the next slot (BUILD-18).
EXTENDS Build

BuggyBuild(s, e) ==
    [s EXCEPT !.building = [slot         |-> s.slot + 1,
                            parent       |-> s.view.tip,
                            transactions |-> e.transactions,
                            forced       |-> e.forced]]
=============================================================================
