------------------------ MODULE OneBlockEndsASession ------------------------
\* Violates RefusedForWhatHappened.
\* A session ends with its first block, and proofs under way are void (FALLBACK-7).
EXTENDS Racing

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ L1!FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = L1!Nobody
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
