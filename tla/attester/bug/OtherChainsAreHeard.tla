------------------------ MODULE OtherChainsAreHeard -------------------------
\* Violates OnlyProposersAreHeard.
\* A message for another rollup is heard (MESSAGE-3).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "DomainMismatch" THEN {} ELSE {refusal}
=============================================================================
