------------------------ MODULE AllOfTheQueueIsTaken ------------------------
\* Violates ChosenIsBegun.
\* How many of the queue a block takes is not what was chosen (BASED-5).
EXTENDS Forced

BuggyBegun(s, e) == [
    slot         |-> s.slot,
    parent       |-> s.view.tip,
    transactions |-> e.transactions,
    forced       |-> Len(s.view.queue) ]
=============================================================================
