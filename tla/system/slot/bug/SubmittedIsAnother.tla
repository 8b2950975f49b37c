------------------------- MODULE SubmittedIsAnother -------------------------
\* Violates SubmittedWasOffered.
\* What is handed to L1 has another root than what was proposed (BUILD-19).
EXTENDS Calm

BuggyProposerEffects(m, s, e) ==
    IF e.name = "publish"
    THEN <<[Proposer(m)!Effects(s, e)[1] EXCEPT !.body.proposal.root = <<"wrong">>]>>
    ELSE Proposer(m)!Effects(s, e)
=============================================================================
