------------------------- MODULE EntryKeepsPending --------------------------
\* Violates NothingIsPendingInSessions.
\* What the committee left stays pending in fallback (FALLBACK-4).
EXTENDS Default

BuggyPendingDropped(s) == s
=============================================================================
