------------------------- MODULE EntryKeepsTheClaim -------------------------
\* Violates SessionsHaveNoPending.
\* Fallback is entered while a claim is alive, which then stays (FALLBACK-3).
EXTENDS Censoring

BuggyL1Tick ==
    LET next == slot + 1
        enters == mode.countedFrom >= 0 /\ next - mode.countedFrom >= EnterSlots
    IN
    /\ slot' = next
    /\ pending' = IF L1!DiesIn(next) \/ enters THEN <<>> ELSE pending
    /\ forged' = SubSeq(forged, 1, Len(pending'))
    /\ claim' = IF L1!EndsIn(next) THEN NoClaim ELSE claim
    /\ mode' = IF enters THEN [countedFrom |-> -1, entered |-> next, advanced |-> next]
               ELSE IF ~L1!LeavesIn(next) THEN mode
               ELSE IF taken < Len(queue) THEN L1!Counting(next) ELSE L1!Nobody
    /\ UNCHANGED <<proven, validators, samples, queue, taken>>
=============================================================================
