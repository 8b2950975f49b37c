----------------------- MODULE ChallengeOneSlotShort ------------------------
\* Violates CorrectChallengesAreAccepted.
\* In the last slot a challenge is late (CHALLENGE-5).
EXTENDS Challenged

BuggyChallengeRefusals(s, e) ==
    Require(\E i \in OfSlot(Effective(s).pending, e.slot) : e.seat \in FalseSeats(Effective(s).posted[i]), "ChallengeUnfounded")
    \cup Require(e.preimage = "match" /\ Clock(s) < e.slot + ChallengeSlots, "ChallengeTooLate")
=============================================================================
