---------------------------- MODULE HeldAsItCame ----------------------------
\* Violates TypeOK.
\* What is held stands in the order in which it came.
EXTENDS Prove

BuggyHeld(before, t) == Append(before, t)
=============================================================================
