------------------------ MODULE OtherChainsAreHeard -------------------------
\* Violates OnlySignedAreTaken.
\* A quote for another rollup is taken (MESSAGE-3).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "DomainMismatch" THEN {} ELSE {refusal}
=============================================================================
