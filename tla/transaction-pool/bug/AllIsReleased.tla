--------------------------- MODULE AllIsReleased ----------------------------
\* Violates StashedIsKept.
\* A proposal opens all of the stash, whatever it lists (TX-7).
EXTENDS Serve

BuggyRelease(s, e) == [s EXCEPT !.stashed = <<>>]
=============================================================================
