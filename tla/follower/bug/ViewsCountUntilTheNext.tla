----------------------- MODULE ViewsCountUntilTheNext -----------------------
\* Violates LevelIsNotTooOld.
\* A view counts until the next, however old it is (FOLLOW-11).
EXTENDS Grow

BuggyIsLevel(s) == NextHeader(s) = NoHeader
=============================================================================
