--------------------------- MODULE BegunOnGenesis ---------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun on the first block, whatever came after it (BASED-8).
EXTENDS Race

BuggyBegun(s, e) == [
    slot         |-> s.slot,
    parent       |-> Genesis,
    transactions |-> e.transactions,
    forced       |-> e.forced ]
=============================================================================
