-------------------------- MODULE AnyVersionIsRead --------------------------
\* Violates OnlyMessagesAreRead.
\* A message of another version is read as one of this (MESSAGE-2).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "VersionUnknown" THEN {} ELSE {refusal}
=============================================================================
