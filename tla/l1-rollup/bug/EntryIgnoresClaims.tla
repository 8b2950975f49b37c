------------------------- MODULE EntryIgnoresClaims --------------------------
\* Violates SessionsBeginOnTheProvenTip.
\* An entry does not wait for a live claim (FALLBACK-3).
EXTENDS Delayed

BuggyClaimDeadline(s) == NoSlot
=============================================================================
