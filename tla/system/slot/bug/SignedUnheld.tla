---------------------------- MODULE SignedUnheld ----------------------------
\* Violates SignedWasHeld.
\* A proposal is signed while transactions of it are lacking (ATTEST-14).
EXTENDS Equivocating

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"NothingExecuting"}
=============================================================================
