------------------------ MODULE ChallengeOneSlotLate ------------------------
\* Violates ChallengesAreOfThePosting.
\* A block is challenged in one slot more (CHALLENGE-5).
EXTENDS Challenged

BuggyChallengeRefusals(s, e) ==
    Require(\E i \in OfSlot(Effective(s).pending, e.slot) : e.seat \in FalseSeats(Effective(s).posted[i]), "ChallengeUnfounded")
    \cup Require(e.preimage = "match" /\ Clock(s) <= e.slot + ChallengeSlots + 1, "ChallengeTooLate")
=============================================================================
