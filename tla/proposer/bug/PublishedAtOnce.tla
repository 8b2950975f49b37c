-------------------------- MODULE PublishedAtOnce ---------------------------
\* Violates PublishedAtQuorum.
\* A block is published with what attestations there are (BUILD-21).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "QuorumNotReached" THEN {} ELSE {refusal}
=============================================================================
