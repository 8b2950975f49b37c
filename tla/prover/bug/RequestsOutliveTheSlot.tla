----------------------- MODULE RequestsOutliveTheSlot -----------------------
\* Violates EffectsExpire.
\* What lacks is asked for in the next slot as well (PROVE-1).
EXTENDS Prove

BuggyRequest(t, now) ==
    Effect("request", "request/" \o t \o "/" \o ToString(now), [transaction |-> t], now + 1)
=============================================================================
