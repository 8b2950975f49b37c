------------------------- MODULE NothingIsRecorded --------------------------
\* Violates AttestationsAreOfTheRecord.
\* An attestation is sent and not recorded (ATTEST-19).
EXTENDS Tiny

BuggyExecuted(s) == [s EXCEPT !.work = NoProposal]
BuggyExecutedEffects(next) ==
    <<Attestation([next.signed EXCEPT !.slot = next.slot], next.slot)>>
=============================================================================
