------------------------ MODULE ForcingStartsNoCount -------------------------
\* Violates WhatWaitsIsCounted.
\* Only a block starts the count, not a forced transaction: idleChain = whilePending
\* (FALLBACK-2).
EXTENDS Based

BuggyForceInclusion(s, e) == [Effective(s) EXCEPT
    !.queue = Append(@, [transaction |-> e.transaction, includedByEpoch |-> IncludedByEpoch(s)])]
=============================================================================
