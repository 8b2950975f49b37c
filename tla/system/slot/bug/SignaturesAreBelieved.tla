----------------------- MODULE SignaturesAreBelieved ------------------------
\* Violates TakenHasQuorum.
\* L1 counts signatures without looking at them (PROPOSE-10).
EXTENDS Equivocating

BuggyL1Refusals(b) == ProposeRefusals(b) \ {"AttestationInvalid"}
=============================================================================
