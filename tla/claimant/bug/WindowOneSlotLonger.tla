------------------------ MODULE WindowOneSlotLonger -------------------------
\* Violates ClaimedInTheWindow.
\* The window has one slot more (QUOTE-4).
EXTENDS Window

BuggyClaimRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s.slot), "NothingToClaim"),
    Require(Offset(s.slot) <= ClaimWindow, "ClaimWindowClosed"),
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),
    Require(ProposerOf(s.slot) = Self, "NotProposer"),
    Require(s.claimed # s.slot, "AlreadyClaimed"),
    Require(Usable(s) # <<>>, "NoQuote") }
=============================================================================
