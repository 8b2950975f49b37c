------------------------- MODULE AttestedWhileBuilt -------------------------
\* Violates CorrectProposalsAreAccepted.
\* Proposals are taken in the phase build alone (ATTEST-4).
EXTENDS Tiny

BuggyAttestingOpen(s) == Require(s.phase = "build", "AttestingClosed")
=============================================================================
