---------------------- MODULE DroppedBlockIsChallenged ----------------------
\* Violates ChallengesCutAtFalseBlocks.
\* A challenge looks at the stored chain, dead or not (CHALLENGE-3, PRUNE-4).
EXTENDS Postings

BuggyChallengeRefusals(s, e) ==
    Require(\E i \in OfSlot(s.pending, e.slot) : e.seat \in FalseSeats(s.posted[i]), "ChallengeUnfounded")
    \cup Require(e.preimage = "match" /\ Clock(s) <= e.slot + ChallengeSlots, "ChallengeTooLate")
=============================================================================
