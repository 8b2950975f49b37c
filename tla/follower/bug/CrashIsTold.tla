---------------------------- MODULE CrashIsTold -----------------------------
\* Violates CrashesSayNothing.
\* The roles are told of a crash like of any other step (FOLLOW-1).
EXTENDS Grow

BuggyEffects(s, e) ==
    LET after == After(s, e)
    IN AlarmEffects(s, e) \o ViewEffects(s, after) \o PoolEffects(s, after)
           \o FetchEffects(s, after) \o SubmitEffects(s, e)
=============================================================================
