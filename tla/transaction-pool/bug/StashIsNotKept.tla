--------------------------- MODULE StashIsNotKept ---------------------------
\* Violates StashIsFilled.
\* What is given for the stash is held like any other (TX-7).
EXTENDS Serve

BuggyIsSecret(s, e) == FALSE
=============================================================================
