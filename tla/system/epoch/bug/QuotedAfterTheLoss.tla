------------------------- MODULE QuotedAfterTheLoss -------------------------
\* Violates QuotedOnce.
\* A prover that lost its store quotes as if it never had (QUOTE-12).
EXTENDS Crashing

BuggyProverRefusals(p, s, e) == Prover(p)!Refusals(s, e) \ {"StartTooRecent"}
=============================================================================
