--------------------------- MODULE SentIsAnother ----------------------------
\* Violates AttestationsAreOfTheRecord.
\* What is sent has other blobs than what is recorded (ATTEST-19).
EXTENDS Tiny

BuggyExecutedEffects(next) == <<Attestation([next.signed EXCEPT !.blobs = "other"], next.slot)>>
=============================================================================
