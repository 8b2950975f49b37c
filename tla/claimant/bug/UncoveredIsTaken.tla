-------------------------- MODULE UncoveredIsTaken --------------------------
\* Violates OnlyCoveredAreTaken.
\* A quote is kept of who deposited nothing (QUOTE-2).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "EscrowInsufficient" THEN {} ELSE {refusal}
=============================================================================
