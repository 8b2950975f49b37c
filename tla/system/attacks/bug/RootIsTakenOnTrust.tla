------------------------- MODULE RootIsTakenOnTrust -------------------------
\* Violates TakenIsComputed.
\* Members compare no root: a proposer alone publishes what takes a bribed quorum
\* otherwise (ATTEST-18).
EXTENDS Split

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"RootMismatch"}
=============================================================================
