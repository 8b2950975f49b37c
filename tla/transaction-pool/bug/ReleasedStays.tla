--------------------------- MODULE ReleasedStays ----------------------------
\* Violates StashedIsPrivate.
\* What was released is a secret still (TX-7).
EXTENDS Serve

BuggyRelease(s, e) == s
=============================================================================
