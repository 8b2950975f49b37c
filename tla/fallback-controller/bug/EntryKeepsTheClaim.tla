------------------------- MODULE EntryKeepsTheClaim -------------------------
\* Violates NothingIsPendingInSessions.
\* A claim outlives the entry that does not wait for it (FALLBACK-3).
EXTENDS Slashed

BuggyClaimEnded(s) == s
=============================================================================
