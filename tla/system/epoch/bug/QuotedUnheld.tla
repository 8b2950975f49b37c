---------------------------- MODULE QuotedUnheld ----------------------------
\* Violates QuotedIsHeld.
\* A prover quotes for what it does not hold (QUOTE-11).
EXTENDS Stale

BuggyProverRefusals(p, s, e) ==
    Prover(p)!Refusals(s, e) \ (IF e.name = "quote" THEN {"TransactionNotHeld"} ELSE {})
=============================================================================
