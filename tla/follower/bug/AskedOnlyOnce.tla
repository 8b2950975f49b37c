--------------------------- MODULE AskedOnlyOnce ----------------------------
\* Violates WhatIsFetchedIsAskedFor.
\* While something is asked for nothing else is (FOLLOW-8).
EXTENDS Grow

BuggyFetchEffects(s, after) ==
    IF s.fetching = NoHeader /\ after.fetching # NoHeader
    THEN <<Effect("fetch", "fetch/" \o HeaderId(after.fetching), after.fetching, -1)>>
    ELSE <<>>
=============================================================================
