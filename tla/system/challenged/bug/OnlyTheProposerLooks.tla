------------------------ MODULE OnlyTheProposerLooks ------------------------
\* Violates TipsAgree.
\* Members leave it to the proposer to look at what was posted (F-48).
EXTENDS Next

BuggyLooks(m) == m \in HonestProposers
=============================================================================
