------------------------ MODULE ProofOneSlotTooSoon -------------------------
\* Violates ProofsAwaitChallenges.
\* A proof is accepted in the last slot of a challenge (CHALLENGE-9).
EXTENDS Postings

BuggySubmitEpochProofRefusals(s, e) ==
    LET eff == Effective(s) IN
    Require(eff.pending # <<>> /\ OldestUnprovenEpoch(eff.pending) # Now(s), "EpochNotEnded")
    \cup Require(eff.pending # <<>> => Clock(s) >= EpochEnd(eff).slot + ChallengeSlots, "ChallengeOpen")
=============================================================================
