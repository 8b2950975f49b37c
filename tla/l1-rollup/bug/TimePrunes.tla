----------------------------- MODULE TimePrunes -----------------------------
\* Violates TimeMovesOnlyTheSlot.
\* The passing of a slot drops what is due (TIME-3, reading (a)).
EXTENDS Forks

BuggyAdvanceSlot(e) ==
    /\ slot' = slot + 1
    /\ pending' = Effective.pending
    /\ UNCHANGED <<proven, claim, escrowVariables, rewardVariables, committeeVariables>>
=============================================================================
