--------------------------- MODULE RootIsBelieved ---------------------------
\* Violates SignedRootsAreComputed.
\* The root of the header is believed (ATTEST-18).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "RootMismatch" THEN {} ELSE {refusal}
=============================================================================
