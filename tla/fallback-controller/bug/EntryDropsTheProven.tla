------------------------ MODULE EntryDropsTheProven -------------------------
\* Violates ProvenMovesByProofs.
\* An entry drops the proven chain too (FALLBACK-4).
EXTENDS Default

BuggyPendingDropped(s) == [s EXCEPT !.pending = NoSlot, !.provenSlot = NoSlot]
=============================================================================
