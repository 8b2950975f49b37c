------------------------------ MODULE TryStays ------------------------------
\* Violates OnlyTriesExpire.
\* A call is handed to L1 until it lands (FOLLOW-12).
EXTENDS Keep

BuggySubmitEffects(s, e) ==
    IF e.name = "setUp"
    THEN <<Effect("submit", "setup/" \o ToString(Epoch(s)) \o "/" \o ToString(s.slot), [epoch |-> Epoch(s)], -1)>>
    ELSE <<>>
=============================================================================
