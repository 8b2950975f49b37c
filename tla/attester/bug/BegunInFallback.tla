-------------------------- MODULE BegunInFallback ---------------------------
\* Violates NothingIsBegunInVain.
\* A proposal is taken in fallback (ATTEST-1).
EXTENDS Tiny

BuggyNoFallback(s) == Require(IsLive(s) => ~s.view.fallback, "FallbackActive")
=============================================================================
