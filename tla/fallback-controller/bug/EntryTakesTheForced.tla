------------------------ MODULE EntryTakesTheForced -------------------------
\* Violates ForcedWaitForProvenBlocks.
\* What is dropped at an entry has left the queue for ever (FALLBACK-4).
EXTENDS Default

BuggyPendingDropped(s) == [s EXCEPT !.pending = NoSlot, !.forced = FALSE]
=============================================================================
