---------------------- MODULE ForcingProlongsTheSession ----------------------
\* Violates SessionsAreProlongedByAdvances.
\* A forced transaction counts as an advance (FALLBACK-7).
EXTENDS Based

BuggyForceInclusion(s, e) == [Effective(s) EXCEPT
    !.queue = Append(@, [transaction |-> e.transaction, includedByEpoch |-> IncludedByEpoch(s)]),
    !.fallback = IF InSession(@) THEN [@ EXCEPT !.advanced = s.slot] ELSE Waits(@, s.slot)]
=============================================================================
