------------------------ MODULE ForcingSettlesNothing ------------------------
\* Violates LazinessIsNotObserved.
\* A forced transaction is added to what is stored, not to what is left of it
\* (PRUNE-4).
EXTENDS Sessions

BuggyForceInclusion(s, e) == [s EXCEPT
    !.queue = Append(@, [transaction |-> e.transaction, includedByEpoch |-> IncludedByEpoch(s)]),
    !.fallback = Waits(@, s.slot)]
=============================================================================
