-------------------------- MODULE OversizedIsRead ---------------------------
\* Violates OnlyOwnAreCollected.
\* A message is read however long it is (MESSAGE-1).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageOversized" THEN {} ELSE {refusal}
=============================================================================
