------------------------- MODULE ProposedInFallback -------------------------
\* Violates NobodyProposesInFallback.
\* What was begun is proposed in fallback (BUILD-1).
EXTENDS Build

BuggyNoFallback(s) ==
    Require((IsBuildingNow(s) /\ s.building.parent = s.view.tip) \/ ~s.view.fallback, "FallbackActive")
=============================================================================
