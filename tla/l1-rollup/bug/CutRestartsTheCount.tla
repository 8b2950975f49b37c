------------------------ MODULE CutRestartsTheCount -------------------------
\* Violates CountsStartAnew.
\* A challenge that ends a claim starts the count anew, reading (d) (CHALLENGE-13).
EXTENDS Released

BuggyEntryIsToCome(c, s) == IF IsCounted(c) THEN CountedFrom(s) ELSE c
=============================================================================
