-------------------------- MODULE OneChangeAtATime ---------------------------
\* Violates SessionsEndInTime.
\* What is due settles one entry or exit at a time (FALLBACK-8).
EXTENDS Sessions

BuggyChangesNow(s) ==
    LET c == s.fallback
        due == ChangeSlot(c, ClaimDeadline(s))
        nothing == [fallback |-> c, since |-> NoSlot, entries |-> 0]
    IN IF IsIdle(c) \/ due > s.slot THEN nothing
       ELSE [nothing EXCEPT !.since = due,
                            !.fallback = SlotPassed(c, due, ClaimDeadline(s), ForcedWaits(s))]
=============================================================================
