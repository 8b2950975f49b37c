------------------------- MODULE ProofOfAnotherTip --------------------------
\* Violates ProvenOnTheOwnTip.
\* A proof is taken although the tip has moved (BASED-8).
EXTENDS Race

BuggyProvedRefusals(s, e) ==
    Require(s.proving /\ IsProofOf(e, s.building), "NothingProving")
=============================================================================
