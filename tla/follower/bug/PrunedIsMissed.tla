--------------------------- MODULE PrunedIsMissed ---------------------------
\* Violates CaughtUpIsLevel.
\* After a prune a node is behind until the next view (FOLLOW-9).
EXTENDS Grow

BuggyIsLevel(s) == Right(s) = s.view.chain /\ s.slot - s.view.time <= MaxViewAge
=============================================================================
