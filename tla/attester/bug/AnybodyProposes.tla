-------------------------- MODULE AnybodyProposes ---------------------------
\* Violates OnlyProposersAreHeard.
\* Whoever signs a proposal is heard (ATTEST-6).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "SignerNotProposer" THEN {} ELSE {refusal}
=============================================================================
