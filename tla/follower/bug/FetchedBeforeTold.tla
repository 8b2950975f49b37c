------------------------- MODULE FetchedBeforeTold --------------------------
\* Violates EffectsAreInOrder.
\* A body is asked for before the roles are told that it lacks.
EXTENDS Grow

BuggyEffects(s, e) ==
    IF e.name = "crash" THEN <<>>
    ELSE LET after == After(s, e)
         IN AlarmEffects(s, e) \o FetchEffects(s, after) \o ViewEffects(s, after)
                \o PoolEffects(s, after) \o SubmitEffects(s, e)
=============================================================================
