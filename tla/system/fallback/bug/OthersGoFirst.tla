--------------------------- MODULE OthersGoFirst ----------------------------
\* Violates QueuesAreServed.
\* A fallback block with the minimum holds others, whatever is due (QUEUE-6).
EXTENDS Byzantine

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ L1!FitsQueue(e.forced, TRUE)
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
