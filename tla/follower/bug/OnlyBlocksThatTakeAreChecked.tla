-------------------- MODULE OnlyBlocksThatTakeAreChecked --------------------
\* Violates AppliedSpendsOnce.
\* The body of a block that takes nothing from the queue is not looked at (FOLLOW-13).
EXTENDS Bodies

BuggyProvable(parent, h) ==
    h.forced # <<>> => BeginsWithTheForced(h) /\ Executable(parent, h.body, Len(h.forced))
=============================================================================
