------------------------ MODULE SessionNeverExpires -------------------------
\* Violates SessionsEnd.
\* Whoever advances the chain stays in fallback for ever (FALLBACK-6).
EXTENDS Default

BuggyExitDue(c, n) == InSession(c) /\ n >= c.advanced + FallbackExitActivitySlots
=============================================================================
