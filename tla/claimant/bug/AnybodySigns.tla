---------------------------- MODULE AnybodySigns ----------------------------
\* Violates OnlySignedAreTaken.
\* A quote counts whoever signed it (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "SignerNotProver" THEN {} ELSE {refusal}
=============================================================================
