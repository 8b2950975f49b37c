------------------------- MODULE AnybodyIsTakenFrom -------------------------
\* Violates ClaimedWasHandedIn.
\* L1 does not ask who claims (PROPOSE-7).
EXTENDS Window

BuggyL1Refusals(c) == ClaimRefusals([c EXCEPT !.caller = ProposerOf(slot)])
BuggyL1Claims(c) == L1!Claim(ClaimEvent([c EXCEPT !.caller = ProposerOf(slot)]))
=============================================================================
