-------------------------- MODULE EntryIsBackdated ---------------------------
\* Violates ModesChangeWhenDue.
\* A session is counted from the slot before its entry (FALLBACK-6).
EXTENDS Based

BuggySessionSince(s) == [Idle EXCEPT !.entered = s - 1, !.advanced = s]
=============================================================================
