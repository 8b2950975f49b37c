----------------------- MODULE RestartClearsTheAlarm ------------------------
\* Violates FoundIsKept.
\* A restart forgets what was found to be wrong (FOLLOW-6).
EXTENDS Grow

BuggyRestarted(s) == [s EXCEPT !.wrong = NoHeader, !.view = NoL1View, !.fetching = NoHeader]
=============================================================================
