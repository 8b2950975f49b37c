------------------------- MODULE ClaimedInFallback --------------------------
\* Violates NobodyClaimsInFallback.
\* A claim is made in fallback (QUOTE-4).
EXTENDS Window

BuggyNoFallback(s) == {}
=============================================================================
