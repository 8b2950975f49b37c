------------------------- MODULE LastSlotIsTooLate --------------------------
\* Violates CorrectQuotesAreTaken.
\* A quote is not valid in its last slot (QUOTE-1, CLAIM-5).
EXTENDS Window

BuggyReceiveQuoteRefusals(s, e) ==
    LET q == e.quote IN UNION {
    FormRefusals(e.form),
    Require(q.epoch = Ended(s.slot), "QuoteForOtherEpoch"),
    Require(q.validUntilSlot > s.slot, "QuoteExpired"),
    Require(q.bond >= MinimumBond, "BondBelowMinimum"),
    Require(q.fee <= FeeMaximum, "FeeAboveMaximum"),
    Require(~IsKnown(s, q), "QuoteKnown"),
    Require(q.bond <= Covered(s, q.prover), "EscrowInsufficient"),
    SignatureRefusals(e.form),
    Require(e.signer = q.prover, "SignerNotProver") }
=============================================================================
