---------------------------- MODULE KnownIsTaken ----------------------------
\* Violates AttestationsAreAdded.
\* Whoever sends twice is heard twice (BUILD-20).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "AttestationKnown" THEN {} ELSE {refusal}
=============================================================================
