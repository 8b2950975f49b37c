-------------------------- MODULE ProvenUnclaimed ---------------------------
\* Violates ProvenIsHeld.
\* A prover proves what nobody claimed for it (PROVE-2).
EXTENDS Stale

BuggyProverRefusals(p, s, e) ==
    Prover(p)!Refusals(s, e) \ (IF e.name = "prove" THEN {"NothingClaimed"} ELSE {})
=============================================================================
