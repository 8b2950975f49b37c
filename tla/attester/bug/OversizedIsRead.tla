-------------------------- MODULE OversizedIsRead ---------------------------
\* Violates OnlyProposersAreHeard.
\* A message is read however long it is (MESSAGE-1).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "MessageOversized" THEN {} ELSE {refusal}
=============================================================================
