---------------------- MODULE SigningEndsWithBuilding -----------------------
\* Violates CorrectWorkIsSigned.
\* What is executed in the phase attest is not signed (ATTEST-4).
EXTENDS Tiny

BuggyAttestingOpen(s) ==
    Require(IsOpen(s) /\ (IsLive(s) => s.phase = "build"), "AttestingClosed")
=============================================================================
