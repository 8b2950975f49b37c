------------------------ MODULE QuotedBeyondItsMeans ------------------------
\* Violates PromisesAreCovered.
\* A prover quotes without a look at its escrow (QUOTE-10).
EXTENDS Window

BuggyProverRefusals(p, s, e) == Prover(p)!Refusals(s, e) \ {"EscrowInsufficient"}
=============================================================================
