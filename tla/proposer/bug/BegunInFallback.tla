-------------------------- MODULE BegunInFallback ---------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun in fallback (BUILD-1).
EXTENDS Build

BuggyNoFallback(s) ==
    Require(IsBuildingNow(s) \/ s.proposed # NoProposal => ~s.view.fallback, "FallbackActive")
=============================================================================
