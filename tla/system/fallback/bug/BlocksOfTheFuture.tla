------------------------- MODULE BlocksOfTheFuture --------------------------
\* Violates ChainIsOne.
\* A fallback block may be of a slot that has not come (FALLBACK-12).
EXTENDS Byzantine

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot + 1
    /\ L1!FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
