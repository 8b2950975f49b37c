-------------------------- MODULE MarksStayBehind ---------------------------
\* Violates MarksFollowTheChain.
\* What a fallback block takes is not marked, and has to be taken again (FALLBACK-14).
EXTENDS Byzantine

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in proven.slot + 1..slot
    /\ L1!FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
