------------------------- MODULE SlotIsProvenTwice --------------------------
\* Violates FallbackBlocksAreOfSessions.
\* A second block of the proven tip's slot passes in fallback (PROPOSE-6).
EXTENDS Default

BuggyProposeWithProofRefusals(eff, e) == UNION {
    Require(InSession(Timing(eff)), "FallbackNotActive"),
    Require(e.slot <= eff.slot, "SlotInFuture") }
=============================================================================
