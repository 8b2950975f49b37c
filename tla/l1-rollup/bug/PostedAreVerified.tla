------------------------- MODULE PostedAreVerified --------------------------
\* Violates PostedSignaturesAreNotVerified.
\* Signatures are verified and posted (CHALLENGE-1).
EXTENDS Challenged

BuggyProposeRefusals(s, e) ==
    Require(e.slot = Clock(s) /\ Tip(Effective(s)).slot < e.slot, "SlotTaken")
    \cup Require(\A seat \in DOMAIN e.attestations : IsTrue(e.committee, e.attestations, seat), "AttestationInvalid")
=============================================================================
