--------------------------- MODULE HeldIsNotAsked ---------------------------
\* Violates AttestedIsHeld.
\* Members that need not execute sign for hashes: the only check that is left to them is
\* not made (ATTEST-14).
EXTENDS Scarce

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"NothingExecuting"}
=============================================================================
