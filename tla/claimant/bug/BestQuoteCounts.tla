-------------------------- MODULE BestQuoteCounts ---------------------------
\* Violates OneQuoteOfAProver.
\* The quote with the lowest fee of a prover counts (QUOTE-3, reading (b)).
EXTENDS Window

BuggyReceiveQuoteRefusals(s, e) ==
    LET q == e.quote IN UNION {
    FormRefusals(e.form),
    Require(q.epoch = Ended(s.slot), "QuoteForOtherEpoch"),
    Require(q.validUntilSlot >= s.slot, "QuoteExpired"),
    Require(q.bond >= MinimumBond, "BondBelowMinimum"),
    Require(q.fee <= FeeMaximum, "FeeAboveMaximum"),
    Require(\A k \in Elements(s.quotes) : k.prover # q.prover \/ q.fee < k.fee, "QuoteKnown"),
    Require(q.bond <= Covered(s, q.prover), "EscrowInsufficient"),
    SignatureRefusals(e.form),
    Require(e.signer = q.prover, "SignerNotProver") }
=============================================================================
