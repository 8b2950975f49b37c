-------------------------- MODULE ProvenAtAnyTime ---------------------------
\* Violates ProvenBlocksAreOfSessions.
\* A block with its proof is taken while the committee is in force (FALLBACK-9).
EXTENDS Byzantine

BuggyL1ProposeProven(e) ==
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ L1!FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
