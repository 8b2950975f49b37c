------------------------- MODULE FrontIsNotCompared -------------------------
\* Violates SignedWasHeld.
\* A transaction is forced because the proposal says so (ATTEST-12).
EXTENDS Forced

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"ForcedHashMismatch"}
=============================================================================
