------------------------ MODULE ForcedAreNotExecuted ------------------------
\* Violates BegunIsExecuted.
\* What the queue answers for is not executed (BASED-7).
EXTENDS Forced

BuggyExecute(what, expires) ==
    Effect("execute", "execute/" \o ContentId(what),
           [parent       |-> what.parent,
            transactions |-> Others(what.transactions, what.forced),
            forced       |-> what.forced],
           expires)
=============================================================================
