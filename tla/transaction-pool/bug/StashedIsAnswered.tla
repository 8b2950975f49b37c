------------------------- MODULE StashedIsAnswered --------------------------
\* Violates StashedIsPrivate.
\* Who asks for a transaction of the stash gets it (TX-7, TX-18).
EXTENDS Serve

BuggyMaySend(s) == Elements(s.stored)
=============================================================================
