---------------------------- MODULE FetchExpires ----------------------------
\* Violates OnlyTriesExpire.
\* A body is asked for until its slot is over (FOLLOW-8).
EXTENDS Grow

BuggyFetchEffects(s, after) ==
    IF after.fetching \notin {s.fetching, NoHeader}
    THEN <<Effect("fetch", "fetch/" \o HeaderId(after.fetching), after.fetching, after.slot)>>
    ELSE <<>>
=============================================================================
