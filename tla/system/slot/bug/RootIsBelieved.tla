--------------------------- MODULE RootIsBelieved ---------------------------
\* Violates SignedRootsAreComputed.
\* The root of a proposal is not compared with the computed one (ATTEST-18).
EXTENDS Equivocating

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"RootMismatch"}
=============================================================================
