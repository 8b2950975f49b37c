--------------------------- MODULE EntriesExpire ----------------------------
\* Violates RefusedForWhatHappened.
\* What is forced is forgotten when it was not taken in time (QUEUE-4).
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
               ELSE IF ~L1!LeavesIn(next) THEN mode
               ELSE IF taken < Len(queue) THEN L1!Counting(next) ELSE L1!Nobody
    /\ queue' = IF L1!InFallback /\ taken < Len(queue) THEN <<>> ELSE queue
    /\ UNCHANGED <<proven, validators, samples, taken>>
=============================================================================
