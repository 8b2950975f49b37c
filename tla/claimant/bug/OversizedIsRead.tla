-------------------------- MODULE OversizedIsRead ---------------------------
\* Violates OnlySignedAreTaken.
\* A message is read whatever its length (MESSAGE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageOversized" THEN {} ELSE {refusal}
=============================================================================
