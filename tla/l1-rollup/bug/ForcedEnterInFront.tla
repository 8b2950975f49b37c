------------------------- MODULE ForcedEnterInFront --------------------------
\* Violates QueueOnlyGrows.
\* The last to come stands first in the queue (QUEUE-3).
EXTENDS Forced

BuggyForceInclusion(s, e) == [Effective(s) EXCEPT
    !.queue = <<[transaction |-> e.transaction, includedByEpoch |-> IncludedByEpoch(s)]>> \o @,
    !.fallback = Waits(@, s.slot)]
=============================================================================
