-------------------------- MODULE LastIsCollected ---------------------------
\* Violates AttestationsAreAdded.
\* An attestation takes the place of those before it (BUILD-20).
EXTENDS Collect

BuggyReceiveAttestation(s, e) == [s EXCEPT !.attestations = <<e.signer>>]
=============================================================================
