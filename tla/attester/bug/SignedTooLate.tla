--------------------------- MODULE SignedTooLate ----------------------------
\* Violates SignedInTime.
\* What was begun in time is signed whenever it is executed (ATTEST-4).
EXTENDS Tiny

BuggyAttestingOpen(s) == Require(IsLive(s) \/ IsOpen(s), "AttestingClosed")
=============================================================================
