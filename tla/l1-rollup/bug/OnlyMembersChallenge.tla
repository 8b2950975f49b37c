------------------------ MODULE OnlyMembersChallenge ------------------------
\* Violates CorrectChallengesAreAccepted.
\* A challenge comes from the committee (CHALLENGE-11).
EXTENDS Challenged

BuggyChallengeRefusals(s, e) ==
    Require(\E i \in OfSlot(Effective(s).pending, e.slot) : e.seat \in FalseSeats(Effective(s).posted[i]), "ChallengeUnfounded")
    \cup Require(e.preimage = "match" /\ Clock(s) <= e.slot + ChallengeSlots, "ChallengeTooLate")
    \cup Require(e.caller \in Elements(InForce(s).members), "CallerNotProposer")
=============================================================================
