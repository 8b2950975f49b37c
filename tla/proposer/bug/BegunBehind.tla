---------------------------- MODULE BegunBehind -----------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun on a tip that is not the view’s (FOLLOW-9).
EXTENDS Build

BuggyLevel(s) ==
    Require(IsBuildingNow(s) \/ s.proposed # NoProposal => s.view.follows = "level", "NotFollowing")
=============================================================================
