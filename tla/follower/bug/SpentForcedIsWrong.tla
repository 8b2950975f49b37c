------------------------- MODULE SpentForcedIsWrong -------------------------
\* Violates AppliedIsKept.
\* The alarm is raised of a block that takes what the chain before it has spent (FOLLOW-13).
EXTENDS Bodies

BuggyProvable(parent, h) ==
    /\ BeginsWithTheForced(h)
    /\ Executable(parent, h.body, Len(h.forced))
    /\ Elements(h.forced) \cap Elements(parent.root) = {}
=============================================================================
