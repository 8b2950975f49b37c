------------------------ MODULE RootForgetsTheParent ------------------------
\* Violates AlarmsAreRaised.
\* The root of a block is that of its own transactions (FOLLOW-3).
EXTENDS Grow

BuggyRoot(parent, L, forced) == Appended(<<>>, L)
=============================================================================
