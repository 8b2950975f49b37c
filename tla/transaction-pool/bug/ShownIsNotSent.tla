--------------------------- MODULE ShownIsNotSent ---------------------------
\* Violates ShownIsPublic.
\* What L1 shows of the stash is given to those who ask for it alone (TX-7).
EXTENDS Serve

BuggyFollowEffects(s, e) == ToldOf(Without(Follow(s, e).stored, Elements(s.stored)))
=============================================================================
