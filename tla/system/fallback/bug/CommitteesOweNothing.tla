------------------------ MODULE CommitteesOweNothing ------------------------
\* Violates QueuesAreServed.
\* The queue is a rule of fallback blocks alone: the committee's may be empty (QUEUE-7).
EXTENDS Censoring

BuggyL1Propose(e) ==
    /\ L1!Begun
    /\ ~L1!InFallback
    /\ e.caller = Seat
    /\ e.attestations = Members
    /\ e.parent = L1!ChainTip
    /\ L1!ChainTip.slot < slot
    /\ forged' = Append(forged, {})
    /\ mode' = IF mode = L1!Nobody THEN L1!Counting(slot) ELSE mode
    /\ UNCHANGED <<slot, proven, claim, validators, samples, queue, taken>>
=============================================================================
