---------------------------- MODULE ClaimedTwice ----------------------------
\* Violates OneClaimPerSlot.
\* A claim is handed to L1 again (QUOTE-5).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyClaimed" THEN {} ELSE {refusal}
=============================================================================
