------------------------- MODULE L1RollupProperties -------------------------
EXTENDS L1Rollup

VARIABLE event
vars == <<rollupVariables, event>>

TypeOK == /\ SlotOK /\ ProvenOK /\ PendingOK /\ ClaimOK /\ AccountsOK /\ SlashedOK
          /\ TokensOK /\ CreditsOK /\ ValidatorsOK /\ SamplesOK
=============================================================================
