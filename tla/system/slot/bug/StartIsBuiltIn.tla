--------------------------- MODULE StartIsBuiltIn ---------------------------
\* Violates HonestProposersOfferOnce.
\* A proposer that lost its store builds in the slot of its start (BUILD-5).
EXTENDS Honest

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"StartTooRecent"}
=============================================================================
