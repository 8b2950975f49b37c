---------------------------- MODULE QuotedAgain -----------------------------
\* Violates QuotedOnce.
\* A prover bids again (QUOTE-8).
EXTENDS Crashing

BuggyProverRefusals(p, s, e) == Prover(p)!Refusals(s, e) \ {"AlreadyQuoted"}
=============================================================================
