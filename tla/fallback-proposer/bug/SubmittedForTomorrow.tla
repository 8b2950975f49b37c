------------------------ MODULE SubmittedForTomorrow ------------------------
\* Violates NothingIsOfTheFuture.
\* After a submission the next slot is left out too (BASED-10).
EXTENDS Race

BuggySubmitBlock(s) == [s EXCEPT !.submitted = s.slot + 1]
=============================================================================
