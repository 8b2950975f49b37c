--------------------------- MODULE AnybodyClaims ----------------------------
\* Violates ClaimsAreMadeInTheWindow.
\* Nobody asks whose slot it is (PROPOSE-7).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "CallerNotProposer" THEN {} ELSE {refusal}
=============================================================================
