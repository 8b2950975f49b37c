------------------------ MODULE ProposerHoldsNothing ------------------------
\* Violates RolesShareTheirNode.
\* A proposer has a store of its own, into which nothing comes (TX-1).
EXTENDS Calm

BuggyProposerAfter(m, s, e) == IF e.name = "transactionVerified" THEN s ELSE Proposer(m)!After(s, e)
=============================================================================
