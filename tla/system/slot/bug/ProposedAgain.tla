--------------------------- MODULE ProposedAgain ----------------------------
\* Violates HonestProposersOfferOnce.
\* A proposer that has proposed builds another block of its slot (BUILD-6).
EXTENDS Calm

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"AlreadyProposed"}
=============================================================================
