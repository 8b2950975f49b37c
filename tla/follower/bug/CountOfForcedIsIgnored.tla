----------------------- MODULE CountOfForcedIsIgnored -----------------------
\* Violates AppliedIsKept.
\* What is forced may not be spent either (FOLLOW-13).
EXTENDS Bodies

BuggyProvable(parent, h) == BeginsWithTheForced(h) /\ Executable(parent, h.body, 0)
=============================================================================
