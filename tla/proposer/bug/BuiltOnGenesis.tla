--------------------------- MODULE BuiltOnGenesis ---------------------------
\* Violates NothingIsBegunInVain.
\* A block is built on genesis, whatever the own tip is (BUILD-3).
EXTENDS Build

BuggyBuild(s, e) ==
    [s EXCEPT !.building = [slot         |-> s.slot,
                            parent       |-> Genesis,
                            transactions |-> e.transactions,
                            forced       |-> e.forced]]
=============================================================================
