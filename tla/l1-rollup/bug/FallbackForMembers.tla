------------------------- MODULE FallbackForMembers --------------------------
\* Violates CorrectFallbackBlocksAreAccepted.
\* Only whoever is registered may build in fallback (FALLBACK-10).
EXTENDS Based

BuggyProposeWithProofRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(InSession(eff.fallback), "FallbackNotActive"),
    Require(e.caller \in Validators, "CallerNotProposer") }
=============================================================================
