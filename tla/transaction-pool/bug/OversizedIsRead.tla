-------------------------- MODULE OversizedIsRead ---------------------------
\* Violates OnlyMessagesAreRead.
\* A message is read whatever its length (MESSAGE-1).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageOversized" THEN {} ELSE {refusal}
=============================================================================
