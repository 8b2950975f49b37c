------------------------ MODULE FetchedUnderTheAlarm ------------------------
\* Violates FetchingIsTheFirstLacking.
\* Under the alarm the body of the wrong block is asked for again (FOLLOW-8).
EXTENDS Grow

BuggyLacking(s) == NextHeader(s)
=============================================================================
