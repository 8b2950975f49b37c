----------------------- MODULE SubmissionIsForgotten ------------------------
\* Violates SubmittedIsKept.
\* With a proof the slot of the proof before it stays recorded (PROVE-6).
EXTENDS Prove

BuggySubmitProof(s) == [s EXCEPT !.submitted = IF @ = -1 THEN s.slot ELSE @]
=============================================================================
