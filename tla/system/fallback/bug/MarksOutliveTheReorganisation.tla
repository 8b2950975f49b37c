------------------- MODULE MarksOutliveTheReorganisation --------------------
\* Violates MarksFollowTheChain.
\* L1 goes back, and what was taken stays marked (QUEUE-8).
EXTENDS Reorganised

BuggyReorganise ==
    /\ Reorganises /\ ~reorganised
    /\ formerVariables # chainVariables
    /\ proven' = wasProven
    /\ pending' = wasPending
    /\ claim' = wasClaim
    /\ queue' = wasQueue
    /\ taken' = taken
    /\ mode' = wasMode
    /\ forged' = wasForged
    /\ ledger' = wasLedger
    /\ reorganised' = TRUE
    /\ fresh' = {}
    /\ UNCHANGED <<slot, formerVariables, validators, samples, follower, builder, proposer, handed,
                   published, crashed>>
=============================================================================
