---------------------------- MODULE OwnIsLikeAny ----------------------------
\* Violates OwnComesFirst.
\* An integrated proposer takes the lowest fee (QUOTE-6).
EXTENDS Integrated

BuggyClaimantEffects(m, s, e) ==
    IF e.name = "claim"
    THEN <<Effect("submit", "claim", [quote |-> Head(Claimant(m)!Cheapest(Claimant(m)!Usable(s)))], s.slot)>>
    ELSE <<>>
=============================================================================
