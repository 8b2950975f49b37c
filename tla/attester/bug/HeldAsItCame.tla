---------------------------- MODULE HeldAsItCame ----------------------------
\* Violates TypeOK.
\* What is held stands in the order in which it came.
EXTENDS Tiny

BuggyHeld(before, t) == Append(before, t)
=============================================================================
