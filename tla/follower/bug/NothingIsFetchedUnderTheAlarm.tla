------------------- MODULE NothingIsFetchedUnderTheAlarm --------------------
\* Violates FetchingIsTheFirstLacking.
\* Under the alarm no body is asked for (FOLLOW-3, FOLLOW-8).
EXTENDS Reorg

BuggyLacking(s) == IF Alarm(s) THEN NoHeader ELSE NextHeader(s)
=============================================================================
