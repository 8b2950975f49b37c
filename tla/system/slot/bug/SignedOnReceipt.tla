-------------------------- MODULE SignedOnReceipt ---------------------------
\* Violates SignedRootsAreComputed.
\* A proposal is signed when it comes, before anything is executed (ATTEST-15).
EXTENDS Equivocating

BuggyAttesterAfter(m, s, e) ==
    IF e.name = "receiveProposal" THEN [Attester(m)!After(s, e) EXCEPT !.signed = e.proposal]
    ELSE Attester(m)!After(s, e)

BuggyAttesterEffects(m, s, e) ==
    IF e.name = "receiveProposal" THEN <<Effect("send", "attestation", e.proposal, s.slot)>>
    ELSE Attester(m)!Effects(s, e)
=============================================================================
