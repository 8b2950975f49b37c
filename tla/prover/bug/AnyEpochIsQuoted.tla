-------------------------- MODULE AnyEpochIsQuoted --------------------------
\* Violates QuotesCanBeClaimed.
\* A prover quotes where any epoch is not proven, ended or not (QUOTE-7).
EXTENDS Quote

BuggyQuoteRefusals(s, e) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1, "NothingToProve"),
    Require(Offset(s) < ClaimWindow, "ClaimWindowClosed"),
    Require(s.view.claim = "nobody", "ClaimAlreadyMade"),
    Require(Ended(s) >= s.quotesFrom, "StartTooRecent"),
    Require(s.quoted = NoQuote \/ s.quoted.epoch # Ended(s), "AlreadyQuoted"),
    Require(e.validUntilSlot >= s.slot, "QuoteExpired"),
    Require(e.validUntilSlot \in Window(s), "QuoteBeyondWindow"),
    Require(e.bond >= MinimumBond, "BondBelowMinimum"),
    Require(e.fee <= FeeMaximum, "FeeAboveMaximum"),
    Require(e.bond <= s.view.available, "EscrowInsufficient"),
    AllHeld(s) }
=============================================================================
