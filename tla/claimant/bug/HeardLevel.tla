----------------------------- MODULE HeardLevel -----------------------------
\* Violates CorrectQuotesAreTaken.
\* Quotes are heard by a level view alone (QUOTE-1).
EXTENDS Window

BuggyReceiveQuoteRefusals(s, e) ==
    LET q == e.quote IN UNION {
    Level(s),
    FormRefusals(e.form),
    Require(q.epoch = Ended(s.slot), "QuoteForOtherEpoch"),
    Require(q.validUntilSlot >= s.slot, "QuoteExpired"),
    Require(q.bond >= MinimumBond, "BondBelowMinimum"),
    Require(q.fee <= FeeMaximum, "FeeAboveMaximum"),
    Require(~IsKnown(s, q), "QuoteKnown"),
    Require(q.bond <= Covered(s, q.prover), "EscrowInsufficient"),
    SignatureRefusals(e.form),
    Require(e.signer = q.prover, "SignerNotProver") }
=============================================================================
