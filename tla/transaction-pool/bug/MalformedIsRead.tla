-------------------------- MODULE MalformedIsRead ---------------------------
\* Violates OnlyMessagesAreRead.
\* A message is read as far as it can be (MESSAGE-4).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageMalformed" THEN {} ELSE {refusal}
=============================================================================
