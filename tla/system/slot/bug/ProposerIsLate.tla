--------------------------- MODULE ProposerIsLate ---------------------------
\* Violates ClocksAgree.
\* The clock of a proposer stands still (BUILD-24).
EXTENDS Calm

BuggyProposerAfter(m, s, e) == IF e.name = "tick" THEN s ELSE Proposer(m)!After(s, e)
=============================================================================
