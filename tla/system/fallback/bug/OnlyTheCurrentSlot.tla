------------------------- MODULE OnlyTheCurrentSlot -------------------------
\* Violates NothingElseIsAgainst.
\* A fallback block must land in its own slot, as one of the committee must
\* (FALLBACK-12).
EXTENDS Racing

BuggyL1ProposeProven(e) ==
    /\ L1!InFallback
    /\ e.valid
    /\ e.parent = proven
    /\ e.slot \in {slot}
    /\ L1!FitsQueue(e.forced, e.content = "none")
    /\ proven' = [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]
    /\ taken' = taken + e.forced
    /\ mode' = [mode EXCEPT !.advanced = slot]
    /\ UNCHANGED <<slot, pending, claim, validators, samples, queue, forged>>
=============================================================================
