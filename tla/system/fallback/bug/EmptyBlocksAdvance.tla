------------------------- MODULE EmptyBlocksAdvance -------------------------
\* Violates QueuesAreServed.
\* A fallback block without others needs no minimum of what is due (QUEUE-7).
EXTENDS Byzantine

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ (e.content = "none" \/ L1!FitsQueue(e.forced, FALSE))
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
