-------------------------- MODULE PruneOneSlotLate --------------------------
\* Violates PendingCanBeProven.
\* The first slot after the claim window still has the chain (PRUNE-1).
EXTENDS Default

BuggyPruneDue(s, t) ==
    /\ s.pending # NoSlot
    /\ \/ /\ Epoch(t) = Epoch(s.pending) + 1
          /\ s.claimDeadline = NoSlot
          /\ Offset(t) > ClaimWindowSlots
       \/ t >= Deadline(Epoch(s.pending))
=============================================================================
