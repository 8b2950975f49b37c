----------------------- MODULE SecondProposalIsTaken ------------------------
\* Violates OneProposalIsWorkedOn.
\* A second proposal takes the place of the one in work (ATTEST-8).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "ProposalInWork" THEN {} ELSE {refusal}
=============================================================================
