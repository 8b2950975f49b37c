------------------------- MODULE LevelWithoutBodies -------------------------
\* Violates LevelIsCaughtUp.
\* A node counts as level while it lacks a body (FOLLOW-9).
EXTENDS Grow

BuggyIsLevel(s) == s.slot - s.view.time <= MaxViewAge
=============================================================================
