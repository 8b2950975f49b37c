------------------------- MODULE SlashOneSlotEarly --------------------------
\* Violates HonestProversKeepTheirBonds.
\* A claim is late in the last slot in which its epoch can be proven (PRUNE-3).
EXTENDS Default

BuggyClaimEnds(s, t) == s.claimDeadline # NoSlot /\ t + 1 >= s.claimDeadline
=============================================================================
