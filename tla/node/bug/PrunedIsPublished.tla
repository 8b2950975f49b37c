------------------------- MODULE PrunedIsPublished --------------------------
\* Violates PublishedIsShown.
\* What was applied once counts as published, be it pruned (TX-11).
EXTENDS Answers

BuggyTipRoot(n) == FollowerRole!TipOf(n.follower.applied).root
=============================================================================
