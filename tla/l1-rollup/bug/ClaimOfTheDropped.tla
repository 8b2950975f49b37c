------------------------- MODULE ClaimOfTheDropped --------------------------
\* Violates ClaimsAreMadeInTheWindow.
\* A claim at any offset still takes what time has dropped (CLAIM-1, PRUNE-4).
EXTENDS Forks

BuggyClaimEpochProofRightRefusals(s, e) == UNION {
    Require(s.pending # <<>> /\ s.claim = NoClaim, "NothingToClaim"),
    Require(s.pending # <<>> => OldestUnprovenEpoch(s.pending) = Now(s) - 1, "QuoteForOtherEpoch"),
    Require(e.quote.epochToProve = Now(s) - 1, "QuoteForOtherEpoch") }

BuggyClaimEpochProofRight(s, e) ==
    [s EXCEPT !.claim = [epochToProve  |-> e.quote.epochToProve,
                         proverAddress |-> e.quote.proverAddress,
                         bondAmount    |-> e.quote.bondAmount,
                         basisPointFee |-> e.quote.basisPointFee,
                         claimant      |-> e.caller]]
=============================================================================
