------------------------ MODULE EntryDropsTheProven -------------------------
\* Violates ProvenChainGrows.
\* An entry drops the whole chain (FALLBACK-4, PRUNE-8).
EXTENDS Censoring

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
    /\ proven' = IF enters THEN L1Genesis ELSE proven
    /\ taken' = IF enters THEN 0 ELSE taken
    /\ UNCHANGED <<validators, samples, queue>>
BuggyKept(blocks, now, then) ==
    IF L1!EntersIn(slot + 1) THEN <<>>
    ELSE SubSeq(blocks, 1, Len(blocks) - Len(now) + Len(then))
=============================================================================
