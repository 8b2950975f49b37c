----------------------- MODULE ProverIsToldOfNoEpoch ------------------------
\* Violates RolesShareTheirNode.
\* The follower tells the prover of its node nothing of the chain (FOLLOW-1).
EXTENDS Integrated

BuggyProverAfter(p, s, e) ==
    IF e.name = "follow" THEN [Prover(p)!After(s, e) EXCEPT !.view.epoch = s.view.epoch, !.view.tip = s.view.tip]
    ELSE Prover(p)!After(s, e)
=============================================================================
