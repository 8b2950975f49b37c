------------------------ MODULE CollectedAsTheyCame -------------------------
\* Violates AttestationsAreOfMembers.
\* Attestations stand in the order in which they came (BUILD-20).
EXTENDS Collect

BuggyReceiveAttestation(s, e) == [s EXCEPT !.attestations = Append(@, e.signer)]
=============================================================================
