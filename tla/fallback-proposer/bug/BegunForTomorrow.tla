-------------------------- MODULE BegunForTomorrow --------------------------
\* Violates NothingIsOfTheFuture.
\* A block takes the slot after the one in which it is begun (BASED-4).
EXTENDS Race

BuggyBegun(s, e) == [
    slot         |-> s.slot + 1,
    parent       |-> s.view.tip,
    transactions |-> e.transactions,
    forced       |-> e.forced ]
=============================================================================
