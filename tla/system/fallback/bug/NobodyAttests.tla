--------------------------- MODULE NobodyAttests ----------------------------
\* Violates BlocksAreAttestedOrProven.
\* L1 takes a block without a signature (PROPOSE-11).
EXTENDS Censoring

BuggyL1Propose(e) == L1!Propose([e EXCEPT !.attestations = Members])
=============================================================================
