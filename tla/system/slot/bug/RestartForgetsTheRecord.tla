---------------------- MODULE RestartForgetsTheRecord -----------------------
\* Violates HonestMembersSignOnce.
\* What was signed is not durable (ATTEST-10).
EXTENDS Equivocating

BuggyAttesterAfter(m, s, e) ==
    IF e.name = "crash" THEN [Attester(m)!After(s, e) EXCEPT !.signed = NoProposal]
    ELSE Attester(m)!After(s, e)
=============================================================================
