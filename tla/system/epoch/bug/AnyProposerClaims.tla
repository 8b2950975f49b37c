------------------------- MODULE AnyProposerClaims --------------------------
\* Violates ClaimedWasHandedIn.
\* L1 takes a claim of one proposer in the slot of another (PROPOSE-7).
EXTENDS Shared

BuggyL1Refusals(c) == ClaimRefusals(c) \ {"CallerNotProposer"}
BuggyL1Claims(c) == L1!Claim(ClaimEvent([c EXCEPT !.caller = ProposerOf(slot)]))
=============================================================================
