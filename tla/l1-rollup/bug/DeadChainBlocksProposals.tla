---------------------- MODULE DeadChainBlocksProposals ----------------------
\* Violates CorrectProposalsAreAccepted.
\* A dead chain must be pruned before anybody can propose (PRUNE-4).
EXTENDS Forks

BuggyProposeRefusals(s, e) == UNION {
    Require(~PruneDue(s), "ParentNotTip"),
    Require(e.committee = InForce(s).members, "CommitteeMismatch"),
    Require(e.caller = Proposer(s, e.committee), "CallerNotProposer"),
    Require(e.parent = Tip(s), "ParentNotTip"),
    Require(e.slot > Tip(s).slot, "SlotTaken") }
=============================================================================
