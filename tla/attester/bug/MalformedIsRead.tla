-------------------------- MODULE MalformedIsRead ---------------------------
\* Violates OnlyProposersAreHeard.
\* A message is read that nobody would write (MESSAGE-4).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageMalformed" THEN {} ELSE {refusal}
=============================================================================
