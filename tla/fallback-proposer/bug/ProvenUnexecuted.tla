-------------------------- MODULE ProvenUnexecuted --------------------------
\* Violates OnlyTheOwnProofCounts.
\* A proof is taken before the execution has ended (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) ==
    Require(IsBuilt(s.building) /\ IsOf(e, s.building), "NothingProving")
=============================================================================
