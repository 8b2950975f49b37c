-------------------------- MODULE ProofWantsEffects -------------------------
\* Violates OrderedIsProvable.
\* A proof shows that every transaction of the epoch has its effects: one conflict, which
\* nobody could see when it was ordered, and the epoch is pruned.
EXTENDS Conflict

BuggyProofPassesOver == FALSE
=============================================================================
