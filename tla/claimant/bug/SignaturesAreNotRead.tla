------------------------ MODULE SignaturesAreNotRead ------------------------
\* Violates OnlySignedAreTaken.
\* A signature that L1 would not take counts (MESSAGE-17).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "SignatureInvalid" THEN {} ELSE {refusal}
=============================================================================
