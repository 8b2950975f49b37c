-------------------------- MODULE UnsignedIsHeard ---------------------------
\* Violates OnlyProposersAreHeard.
\* A signature that is none is taken for the proposer’s (MESSAGE-7).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "SignatureInvalid" THEN {} ELSE {refusal}
=============================================================================
