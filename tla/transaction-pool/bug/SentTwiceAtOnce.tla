-------------------------- MODULE SentTwiceAtOnce ---------------------------
\* Violates SendersSendItOnce.
\* A sender has one transaction verified twice at once (TX-19).
EXTENDS Serve

BuggyRequire(check, refusal) == IF check \/ refusal = "VerificationPending" THEN {} ELSE {refusal}
=============================================================================
