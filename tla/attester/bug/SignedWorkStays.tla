-------------------------- MODULE SignedWorkStays ---------------------------
\* Violates OneSignaturePerSlot.
\* What was signed stays in work, and its next result is signed again (ATTEST-10).
EXTENDS Tiny

BuggyExecuted(s) == [s EXCEPT !.signed = s.work]
=============================================================================
