------------------------- MODULE AnyCommitteeClaims -------------------------
\* Violates ClaimsAreMadeInTheWindow.
\* A claim may come with any committee (PROPOSE-2).
EXTENDS Chain

BuggyClaimEpochProofRightRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(Offset(s.slot) < ClaimWindowSlots, "ClaimWindowClosed"),
    Require(eff.pending # <<>> /\ OldestUnprovenEpoch(eff.pending) < Now(s), "NothingToClaim"),
    Require(e.quote = ClaimBase(s, Quotes[1]).quote, "QuoteForOtherEpoch"),
    Require(eff.claim = NoClaim, "ClaimAlreadyMade"),
    Require(e.caller = Proposer(s, InForce(s).members), "CallerNotProposer") }

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup Probes(s, 1)
=============================================================================
