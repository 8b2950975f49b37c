-------------------------- MODULE ExitOneSlotEarly --------------------------
\* Violates ExitsAreNotEarly.
\* The last slot of T_activity is the committee's (FALLBACK-7).
EXTENDS Default

BuggyExitDue(c, n) ==
    /\ InSession(c)
    /\ \/ n >= c.entered + FallbackExitSlots
       \/ n + 1 >= c.advanced + FallbackExitActivitySlots
=============================================================================
