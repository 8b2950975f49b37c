--------------------------- MODULE PublishedAgain ---------------------------
\* Violates SubmittedOnce.
\* A published block is handed over again when another attestation came (BUILD-22).
EXTENDS Calm

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"AlreadyPublished"}
=============================================================================
