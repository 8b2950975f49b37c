-------------------------- MODULE StashIsPassedOn ---------------------------
\* Violates StashedIsPrivate.
\* What is verified is passed on, of the stash too (TX-7).
EXTENDS Serve

BuggyVerifiedEffects(s, e) == <<Tell(e.transaction), Broadcast(e.transaction)>>
=============================================================================
