---------------------------- MODULE ProvenUnheld ----------------------------
\* Violates ProvenIsHeld.
\* A prover that lost its store proves what it does not hold (PROVE-1).
EXTENDS Crashing

BuggyProverRefusals(p, s, e) ==
    Prover(p)!Refusals(s, e) \ (IF e.name = "prove" THEN {"TransactionNotHeld"} ELSE {})
=============================================================================
