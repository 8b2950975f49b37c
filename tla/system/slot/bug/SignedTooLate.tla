--------------------------- MODULE SignedTooLate ----------------------------
\* Violates SignedInTime.
\* A proposal is signed in every phase (ATTEST-4).
EXTENDS Equivocating

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"AttestingClosed"}
=============================================================================
