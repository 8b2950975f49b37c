--------------------------- MODULE VerifiedAgain ----------------------------
\* Violates NothingIsVerifiedTwice.
\* What is held is verified when it comes again (TX-4).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionHeld" THEN {} ELSE {refusal}
=============================================================================
