-------------------------- MODULE AnyVersionIsRead --------------------------
\* Violates OnlyOwnAreCollected.
\* A message of another version is read as one of this (MESSAGE-2).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "VersionUnknown" THEN {} ELSE {refusal}
=============================================================================
