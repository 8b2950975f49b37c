-------------------- MODULE AttestationsOutliveTheStore ---------------------
\* Violates RolesAreCoherent.
\* A crash that loses the store leaves the attestations of what was proposed (BUILD-5).
EXTENDS Single

BuggyProposerAfter(m, s, e) ==
    IF e.name = "crash" THEN [Proposer(m)!After(s, e) EXCEPT !.attestations = s.attestations]
    ELSE Proposer(m)!After(s, e)
=============================================================================
