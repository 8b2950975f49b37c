------------------------ MODULE ForcedAreNotExecuted ------------------------
\* Violates BegunIsExecuted.
\* What is executed are the own transactions of the list alone (BUILD-18).
EXTENDS Forced

BuggyExecute(what, n) ==
    Effect("execute", "execute/" \o SequenceId(what.transactions),
           [parent       |-> what.parent,
            transactions |-> Others(what.transactions, what.forced),
            forced       |-> 0], n)
=============================================================================
