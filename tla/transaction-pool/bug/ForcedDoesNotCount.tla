------------------------- MODULE ForcedDoesNotCount -------------------------
\* Violates FullPoolsTakeNothing.
\* What is forced does not count among those that wait (TX-12).
EXTENDS Gossip

BuggyWaiting(s) == Without(s.stored, SpentIn(s.view.root) \cup Elements(s.view.queue))
=============================================================================
