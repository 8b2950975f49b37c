------------------------ MODULE AnyCommitteeProposes ------------------------
\* Violates OnlyTheProposerProposes.
\* The committee that comes along is not looked at, nor are its seats (PROPOSE-2).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal \in {"CommitteeMismatch", "AttestationInvalid"} THEN {} ELSE {refusal}

BuggyProposer(s, members) ==
    LET sample == InForce(s)
    IN sample.members[Seat(sample.randao, sample.epoch, Len(sample.members), s.slot)]

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup Probes(s, 1)
=============================================================================
