------------------------- MODULE QueueIsNotLookedAt -------------------------
\* Violates KnownIsTakeable.
\* A node builds what it likes, and hands it in (BASED-5, BASED-9).
EXTENDS Byzantine

BuggyBuilderRefusals(s, e) ==
    BuilderRole!Refusals(s, e)
        \ {"ForcedBeyondQueue", "ForcedHashMismatch", "ForcedTransactionsDue", "ForcedBelowMinimum"}
=============================================================================
