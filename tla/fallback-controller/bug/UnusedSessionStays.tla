------------------------- MODULE UnusedSessionStays -------------------------
\* Violates SessionsEnd.
\* A session that nobody uses lasts for T_exit (FALLBACK-7).
EXTENDS Default

BuggyExitDue(c, n) == InSession(c) /\ n >= c.entered + FallbackExitSlots
=============================================================================
