---------------------------- MODULE QuotedBehind ----------------------------
\* Violates NobodyActsBehind.
\* A node that is behind quotes (FOLLOW-9).
EXTENDS Quote

BuggyQuoteRefusals(s, e) == UNION {
    NoAlarm(s),
    NoFallback(s),
    Require(s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingToProve"),
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
