---------------------- MODULE ClaimantIsToldOfNoClaim -----------------------
\* Violates RolesShareTheirNode.
\* The follower tells the claimant of its node of no claim (FOLLOW-1).
EXTENDS Integrated

BuggyClaimantAfter(m, s, e) ==
    IF e.name = "follow" THEN [Claimant(m)!After(s, e) EXCEPT !.view.claim = s.view.claim]
    ELSE Claimant(m)!After(s, e)
=============================================================================
