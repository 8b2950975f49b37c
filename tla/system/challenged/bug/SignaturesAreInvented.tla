----------------------- MODULE SignaturesAreInvented ------------------------
\* Violates HonestPostTrue.
\* A proposer posts a signature of every member when it has none yet (BUILD-20, BUILD-21).
EXTENDS Next

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"QuorumNotReached"}

BuggyProposerEffects(m, s, e) ==
    IF e.name = "publish"
    THEN <<[Proposer(m)!Effects(s, e)[1] EXCEPT !.body.attestations = CommitteeOf(s.slot)]>>
    ELSE Proposer(m)!Effects(s, e)
=============================================================================
