-------------------------- MODULE AnyVersionIsRead --------------------------
\* Violates OnlySignedAreTaken.
\* A message of another version is read as one of this (MESSAGE-2).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "VersionUnknown" THEN {} ELSE {refusal}
=============================================================================
