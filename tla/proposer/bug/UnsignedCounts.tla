--------------------------- MODULE UnsignedCounts ---------------------------
\* Violates OnlyOwnAreCollected.
\* A signature that L1 would not take counts (MESSAGE-8).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "SignatureInvalid" THEN {} ELSE {refusal}
=============================================================================
