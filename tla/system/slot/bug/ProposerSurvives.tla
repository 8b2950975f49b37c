-------------------------- MODULE ProposerSurvives --------------------------
\* Violates RolesShareTheirNode.
\* A crash ends the attester of a node and leaves its proposer (FOLLOW-1).
EXTENDS Honest

BuggyProposerAfter(m, s, e) == IF e.name = "crash" THEN s ELSE Proposer(m)!After(s, e)
=============================================================================
