------------------------- MODULE ProofIsNotVerified -------------------------
\* Violates BlocksAreAttestedOrProven.
\* L1 takes a fallback block without its proof (FALLBACK-13).
EXTENDS Byzantine

BuggyL1ProposeProven(e) == L1!ProposeProven([e EXCEPT !.valid = TRUE])
=============================================================================
