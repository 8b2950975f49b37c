------------------------ MODULE AllOfTheQueueIsTaken ------------------------
\* Violates ChosenIsBuilt.
\* A block takes as many of the queue as its list begins with, whatever was chosen
\* (BUILD-18).
EXTENDS Build

BuggyBuild(s, e) ==
    [s EXCEPT !.building = [slot         |-> s.slot,
                            parent       |-> s.view.tip,
                            transactions |-> e.transactions,
                            forced       |-> Lesser(Len(e.transactions), e.forced + 1)]]
=============================================================================
