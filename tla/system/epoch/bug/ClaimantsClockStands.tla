------------------------ MODULE ClaimantsClockStands ------------------------
\* Violates ClocksAgree.
\* A claimant does not hear of the next slot (TIME-3).
EXTENDS Integrated

BuggyClaimantAfter(m, s, e) == IF e.name = "tick" THEN s ELSE Claimant(m)!After(s, e)
=============================================================================
