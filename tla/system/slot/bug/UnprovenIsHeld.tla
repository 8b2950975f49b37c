--------------------------- MODULE UnprovenIsHeld ---------------------------
\* Violates HeldWasProven.
\* A transaction is held whatever its proof is (TX-1).
EXTENDS Equivocating

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"TransactionProofInvalid"}
=============================================================================
