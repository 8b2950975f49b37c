-------------------------- MODULE CrashCallsAhead ---------------------------
\* Violates RolesAreCoherent.
\* A crash notes a call of the slot to come, that nobody made (FOLLOW-12).
EXTENDS Byzantine

BuggyFollowerAfter(s, e) ==
    IF e.name = "crash" THEN [FollowerRole!After(s, e) EXCEPT !.kept = s.slot + 1]
    ELSE FollowerRole!After(s, e)
=============================================================================
