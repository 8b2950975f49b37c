----------------------- MODULE StrangersAreCollected ------------------------
\* Violates AttestationsAreOfMembers.
\* An attestation by anybody counts (BUILD-20).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "SignerNotMember" THEN {} ELSE {refusal}
BuggyReceiveAttestation(s, e) == [s EXCEPT !.attestations = <<e.signer>> \o @]
=============================================================================
