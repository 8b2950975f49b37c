------------------------ MODULE PublishedIsForgotten ------------------------
\* Violates RolesAreCoherent.
\* A proposer publishes, and forgets with whose attestations (BUILD-21).
EXTENDS Standing

BuggyProposerAfter(s, e) ==
    IF e.name = "publish" THEN [ProposerRole!After(s, e) EXCEPT !.attestations = <<>>]
    ELSE ProposerRole!After(s, e)
=============================================================================
