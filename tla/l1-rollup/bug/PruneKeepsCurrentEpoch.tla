----------------------- MODULE PruneKeepsCurrentEpoch -----------------------
\* Violates PruneDropsEverything.
\* A prune drops the old epoch and keeps the blocks that were built on it (PRUNE-1).
EXTENDS Forks

BuggyDropped(s) ==
    LET current(block) == Epoch(block.slot) = Now(s) IN
    IF PruneDue(s) THEN [s EXCEPT !.pending = SelectSeq(@, current)] ELSE s
=============================================================================
