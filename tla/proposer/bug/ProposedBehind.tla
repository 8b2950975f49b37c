--------------------------- MODULE ProposedBehind ---------------------------
\* Violates ProposedLevel.
\* A view that goes on during an execution is not waited for (FOLLOW-9).
EXTENDS Build

BuggyLevel(s) ==
    Require((IsBuildingNow(s) /\ s.building.parent = s.view.tip) \/ s.view.follows = "level", "NotFollowing")
=============================================================================
