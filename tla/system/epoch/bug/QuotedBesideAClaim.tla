------------------------- MODULE QuotedBesideAClaim -------------------------
\* Violates QuotedIsHeld.
\* A prover quotes though somebody is claimed for (QUOTE-7).
EXTENDS Window

BuggyProverRefusals(p, s, e) == Prover(p)!Refusals(s, e) \ {"ClaimAlreadyMade"}
=============================================================================
