-------------------------- MODULE AskedInEveryStep --------------------------
\* Violates WhatIsFetchedIsAskedFor.
\* What lacks is asked for in every step (FOLLOW-8).
EXTENDS Grow

BuggyFetchEffects(s, after) ==
    IF after.fetching # NoHeader
    THEN <<Effect("fetch", "fetch/" \o HeaderId(after.fetching), after.fetching, -1)>>
    ELSE <<>>
=============================================================================
