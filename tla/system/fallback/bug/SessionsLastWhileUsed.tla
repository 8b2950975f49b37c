----------------------- MODULE SessionsLastWhileUsed ------------------------
\* Violates SessionsEnd.
\* A session that is used does not end (FALLBACK-6).
EXTENDS Racing

BuggyL1Tick ==
    LET next == slot + 1
        enters == L1!EntersIn(next)
    IN
    /\ slot' = next
    /\ pending' = IF L1!DiesIn(next) \/ enters THEN <<>> ELSE pending
    /\ forged' = SubSeq(forged, 1, Len(pending'))
    /\ claim' = IF L1!EndsIn(next) THEN NoClaim ELSE claim
    /\ mode' = IF enters THEN [countedFrom |-> -1, entered |-> next, advanced |-> next]
               ELSE IF ~(L1!InFallback /\ next - mode.advanced >= ActivitySlots) THEN mode
               ELSE IF taken < Len(queue) THEN L1!Counting(next) ELSE L1!Nobody
    /\ UNCHANGED <<proven, validators, samples, queue, taken>>
=============================================================================
