-------------------------- MODULE MalformedIsRead ---------------------------
\* Violates OnlySignedAreTaken.
\* What is not the one encoding is read (MESSAGE-4).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageMalformed" THEN {} ELSE {refusal}
=============================================================================
