-------------------------- MODULE OneBodyIsFetched --------------------------
\* Violates FetchingIsTheFirstLacking.
\* After one body nothing is asked for before the next view (FOLLOW-8).
EXTENDS Grow

BuggyFetched(s, e) == [Found(s, e) EXCEPT !.fetching = NoHeader]
=============================================================================
