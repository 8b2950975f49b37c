------------------------ MODULE OneSignatureIsEnough ------------------------
\* Violates SlotHolds.
\* L1 takes a block with the signature of its proposer alone (PROPOSE-11).
EXTENDS Finality

Lonely(b) == [b EXCEPT !.signers = {b.caller}]

BuggyTake(b) ==
    /\ b.proposal.slot = slot
    /\ b.proposal.parent = S!TipOf(chain)
    /\ S!TipOf(chain).slot < slot
    /\ chain' = Append(chain, Lonely(b))
    /\ UNCHANGED <<slot, phase, attester, proposer, signed, proposed, submitted, ofMembers>>
    /\ Appends(b, {})
=============================================================================
