---------------------------- MODULE HeldAsItCame ----------------------------
\* Violates TypeOK.
\* What is held stands in the order in which it came (TX-1).
EXTENDS Race

BuggyHeld(known, transaction) == Append(known, transaction)
=============================================================================
