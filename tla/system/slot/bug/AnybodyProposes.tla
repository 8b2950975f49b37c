-------------------------- MODULE AnybodyProposes ---------------------------
\* Violates SignedWasOffered.
\* A proposal is worked on whoever signed it (ATTEST-6).
EXTENDS Calm

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"SignerNotProposer"}
=============================================================================
