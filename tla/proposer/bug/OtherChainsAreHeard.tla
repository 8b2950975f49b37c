------------------------ MODULE OtherChainsAreHeard -------------------------
\* Violates OnlyOwnAreCollected.
\* A message for another rollup is heard (MESSAGE-3).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "DomainMismatch" THEN {} ELSE {refusal}
=============================================================================
