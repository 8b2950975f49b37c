-------------------------- MODULE NextSlotIsTaken ---------------------------
\* Violates ChosenIsBegun.
\* A block takes the slot after that of its parent, which L1 would let pass (BASED-4).
EXTENDS Race

BuggyBegun(s, e) == [
    slot         |-> s.view.tip.slot + 1,
    parent       |-> s.view.tip,
    transactions |-> e.transactions,
    forced       |-> e.forced ]
=============================================================================
