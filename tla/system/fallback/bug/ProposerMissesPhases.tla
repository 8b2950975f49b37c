------------------------ MODULE ProposerMissesPhases ------------------------
\* Violates ClocksAgree.
\* A proposer counts a slot for each of its phases (BUILD-24).
EXTENDS Standing

BuggyProposerAfter(s, e) ==
    IF e.name = "tick" THEN [s EXCEPT !.slot = @ + 1] ELSE ProposerRole!After(s, e)
=============================================================================
