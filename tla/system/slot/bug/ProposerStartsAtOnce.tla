------------------------ MODULE ProposerStartsAtOnce ------------------------
\* Violates RolesShareTheirNode.
\* A proposer without its store begins at once, its attester with the next slot (BUILD-5).
EXTENDS Single

BuggyProposerAfter(m, s, e) ==
    IF e.name = "crash" THEN [Proposer(m)!After(s, e) EXCEPT !.signsFrom = s.signsFrom]
    ELSE Proposer(m)!After(s, e)
=============================================================================
