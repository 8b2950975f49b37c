----------------------- MODULE PruneKeepsCurrentEpoch -----------------------
\* Violates PruneDropsEverything.
\* A prune drops the old epoch and keeps the blocks that were built on it (PRUNE-1).
EXTENDS Forks

BuggyEffective ==
    LET current(block) == Epoch(block.slot) = Epoch(slot) IN [
    pending  |-> IF PruneDue THEN SelectSeq(pending, current) ELSE pending,
    claim    |-> IF SlashDue THEN NoClaim ELSE claim,
    accounts |-> accounts,
    slashed  |-> slashed ]
=============================================================================
