---------------------------- MODULE SpentIsTaken ----------------------------
\* Violates SpentIsNotTaken.
\* Everything that is proven is taken (TX-5).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "NullifierSpent" THEN {} ELSE {refusal}
=============================================================================
