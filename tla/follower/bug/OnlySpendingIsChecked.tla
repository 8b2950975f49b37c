----------------------- MODULE OnlySpendingIsChecked ------------------------
\* Violates AppliedBeginsWithTheForced.
\* A body that spends nothing again may begin with anything (FOLLOW-13).
EXTENDS Bodies

BuggyProvable(parent, h) == Executable(parent, h.body, Len(h.forced))
=============================================================================
