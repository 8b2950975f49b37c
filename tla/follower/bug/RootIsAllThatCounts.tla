------------------------ MODULE RootIsAllThatCounts -------------------------
\* Violates AppliedSpendsOnce.
\* A body that gives the root of its block raises no alarm (FOLLOW-13).
EXTENDS Bodies

BuggyIsRight(s, e) == RootOf(s, e) = e.header.root
=============================================================================
