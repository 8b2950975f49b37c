-------------------- MODULE ChallengeOfASlotWithoutBlock --------------------
\* Violates ChallengesCutAtFalseBlocks.
\* The last block up to the slot is challenged, not the one in it (CHALLENGE-3).
EXTENDS Challenged

BuggyOfSlot(blocks, slotOfBlock) ==
    LET until == {i \in DOMAIN blocks : blocks[i].slot <= slotOfBlock}
    IN {i \in until : \A j \in until : j <= i}
BuggyLeftBy(eff, e) == Max(0, Cardinality({i \in DOMAIN eff.pending : eff.pending[i].slot <= e.slot}) - 1)
=============================================================================
