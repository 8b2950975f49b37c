------------------------ MODULE ForcedAreNotExecuted ------------------------
\* Violates WorkIsExecuted.
\* What is executed are the own transactions of the list alone (ATTEST-15).
EXTENDS Forced

BuggyExecute(what, n) ==
    Effect("execute", "execute/" \o SequenceId(what.transactions),
           [parent       |-> what.parent,
            transactions |-> Others(what.transactions, what.forced),
            forced       |-> 0], n)
=============================================================================
