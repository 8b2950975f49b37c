--------------------------- MODULE VerifiedAgain ----------------------------
\* Violates NothingIsVerifiedTwice.
\* What is held is verified again (TX-4).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionHeld" THEN {} ELSE {refusal}
=============================================================================
