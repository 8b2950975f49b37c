--------------------------- MODULE NobodyProposes ---------------------------
\* Violates OnlyTheProposerProposes.
\* Where nobody serves, nobody may propose, and does (PROPOSE-1).
EXTENDS Empty

BuggyRequire(check, refusal) ==
    IF check \/ refusal \in {"CommitteeEmpty", "CallerNotProposer", "QuorumNotReached"} THEN {} ELSE {refusal}

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup Probes(s, 1)
=============================================================================
