---------------------- MODULE FollowerClockStandsStill ----------------------
\* Violates ClocksAgree.
\* A follower does not see that a slot is over, and what is due never comes (FOLLOW-7).
EXTENDS Racing

BuggyFollowerAfter(s, e) == IF e.name = "tick" THEN s ELSE FollowerRole!After(s, e)
=============================================================================
