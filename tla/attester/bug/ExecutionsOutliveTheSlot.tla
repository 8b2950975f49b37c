---------------------- MODULE ExecutionsOutliveTheSlot ----------------------
\* Violates EffectsAreOfTheSlot.
\* An execution is of use in the next slot (ATTEST-15).
EXTENDS Tiny

BuggyExecute(what, n) ==
    Effect("execute", "execute/" \o BlockId(what.parent) \o "/" \o SequenceId(what.transactions),
           [parent |-> what.parent, transactions |-> what.transactions, forced |-> what.forced],
           n + 1)
=============================================================================
