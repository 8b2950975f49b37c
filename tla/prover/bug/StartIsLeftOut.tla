--------------------------- MODULE StartIsLeftOut ---------------------------
\* Violates RightOffersAreQuoted.
\* After the loss of its store a prover does not quote for the epoch of the start either (QUOTE-12).
EXTENDS Quote

BuggyQuoteRefusals(s, e) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingToProve"),
    Require(Offset(s) < ClaimWindow, "ClaimWindowClosed"),
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),
    Require(s.quotesFrom = -1 \/ Ended(s) > s.quotesFrom, "StartTooRecent"),
    Require(s.quoted = NoQuote \/ s.quoted.epoch # Ended(s), "AlreadyQuoted"),
    Require(e.validUntilSlot >= s.slot, "QuoteExpired"),
    Require(e.validUntilSlot \in Window(s), "QuoteBeyondWindow"),
    Require(e.bond >= MinimumBond, "BondBelowMinimum"),
    Require(e.fee <= FeeMaximum, "FeeAboveMaximum"),
    Require(e.bond <= s.view.available, "EscrowInsufficient"),
    AllHeld(s) }
=============================================================================
