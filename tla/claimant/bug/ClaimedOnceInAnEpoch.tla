------------------------ MODULE ClaimedOnceInAnEpoch ------------------------
\* Violates CorrectClaimsAreMade.
\* Who claimed waits for the next epoch, whether or not it landed (QUOTE-5).
EXTENDS Choice

BuggyClaimRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s.slot), "NothingToClaim"),
    Require(Offset(s.slot) < ClaimWindow, "ClaimWindowClosed"),
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),
    Require(ProposerOf(s.slot) = Self, "NotProposer"),
    Require(s.claimed = -1 \/ Epoch(s.claimed) # Epoch(s.slot), "AlreadyClaimed"),
    Require(Usable(s) # <<>>, "NoQuote") }
=============================================================================
