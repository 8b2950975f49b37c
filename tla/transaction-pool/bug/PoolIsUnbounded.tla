-------------------------- MODULE PoolIsUnbounded ---------------------------
\* Violates FullPoolsTakeNothing.
\* A full pool takes more (TX-12).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "PoolFull" THEN {} ELSE {refusal}
=============================================================================
