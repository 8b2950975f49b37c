----------------------- MODULE RestartClearsTheAlarm ------------------------
\* Violates FoundIsKept.
\* A restart forgets what was found to be wrong (FOLLOW-6).
EXTENDS Grow

BuggyRestarted(s) == [s EXCEPT !.wrong = <<>>, !.view = NoL1View, !.fetching = NoHeader]
=============================================================================
