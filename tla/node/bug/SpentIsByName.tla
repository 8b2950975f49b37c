--------------------------- MODULE SpentIsByName ----------------------------
\* Violates DroppedIsForAnother.
\* That another one spends the same is not looked at (TX-11, TX-13).
EXTENDS Answers

BuggyIsDropped(t, n, given) == IsFinal(t, n)
=============================================================================
