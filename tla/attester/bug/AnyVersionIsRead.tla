-------------------------- MODULE AnyVersionIsRead --------------------------
\* Violates OnlyProposersAreHeard.
\* A message of another version is read as one of this (MESSAGE-2).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "VersionUnknown" THEN {} ELSE {refusal}
=============================================================================
