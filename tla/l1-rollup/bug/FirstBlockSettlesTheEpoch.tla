--------------------- MODULE FirstBlockSettlesTheEpoch ----------------------
\* Violates ProofsAwaitChallenges.
\* The wait counts from the first block of the epoch (CHALLENGE-9).
EXTENDS Postings

BuggySubmitEpochProofRefusals(s, e) ==
    LET eff == Effective(s) IN
    Require(eff.pending # <<>> /\ OldestUnprovenEpoch(eff.pending) # Now(s), "EpochNotEnded")
    \cup Require(eff.pending # <<>> => Clock(s) > eff.pending[1].slot + ChallengeSlots, "ChallengeOpen")
=============================================================================
