----------------------- MODULE OnlyTheFrontIsCompared -----------------------
\* Violates AppliedSpendsOnce.
\* A body that begins with what its block takes may spend whatever it likes (FOLLOW-13).
EXTENDS Bodies

BuggyProvable(parent, h) == BeginsWithTheForced(h)
=============================================================================
