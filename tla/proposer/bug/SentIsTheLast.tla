--------------------------- MODULE SentIsTheLast ----------------------------
\* Violates ProposalsAreOfTheRecord.
\* What is sent has other blobs than what is recorded (BUILD-6).
EXTENDS Build

BuggyProposal(proposal, n) ==
    Effect("send", "proposal/" \o Self \o "/" \o ToString(n), [proposal EXCEPT !.blobs = "other"], n)
=============================================================================
