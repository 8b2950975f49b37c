-------------------------- MODULE MalformedIsRead ---------------------------
\* Violates OnlyOwnAreCollected.
\* A message is read that nobody would write (MESSAGE-4).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageMalformed" THEN {} ELSE {refusal}
=============================================================================
