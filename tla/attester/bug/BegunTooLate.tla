---------------------------- MODULE BegunTooLate ----------------------------
\* Violates NothingIsBegunInVain.
\* A proposal is taken when nobody attests any more (ATTEST-4).
EXTENDS Tiny

BuggyAttestingOpen(s) == Require(IsLive(s) => IsOpen(s), "AttestingClosed")
=============================================================================
