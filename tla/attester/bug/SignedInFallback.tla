-------------------------- MODULE SignedInFallback --------------------------
\* Violates NobodySignsInFallback.
\* What was begun is signed in fallback (ATTEST-1).
EXTENDS Tiny

BuggyNoFallback(s) == Require(IsLive(s) \/ ~s.view.fallback, "FallbackActive")
=============================================================================
