----------------------- MODULE RequestsOutliveTheSlot -----------------------
\* Violates EffectsExpire.
\* What lacks is asked for in the next slot as well (PROVE-1).
EXTENDS Prove

BuggyRequest(transaction, slot) ==
    Effect("request", "request/" \o transaction \o "/" \o ToString(slot),
           [transaction |-> transaction], slot + 1)
=============================================================================
