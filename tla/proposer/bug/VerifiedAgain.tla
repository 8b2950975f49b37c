--------------------------- MODULE VerifiedAgain ----------------------------
\* Violates NothingIsVerifiedTwice.
\* Every arrival of a transaction is verified (TX-4).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionHeld" THEN {} ELSE {refusal}
=============================================================================
