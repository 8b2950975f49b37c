----------------------------- MODULE SentTwice ------------------------------
\* Violates AttestationsAreOfTheRecord.
\* An attestation is sent twice in one step (ATTEST-19).
EXTENDS Tiny

BuggyExecutedEffects(next) ==
    <<Attestation(next.signed, next.slot), Attestation(next.signed, next.slot)>>
=============================================================================
