-------------------------- MODULE PublishedAtOnce ---------------------------
\* Violates SubmittedHasQuorum.
\* A proposer does not wait for a quorum (BUILD-21).
EXTENDS Calm

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"QuorumNotReached"}
=============================================================================
