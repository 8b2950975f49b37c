---------------------------- MODULE PrunedIsKept ----------------------------
\* Violates ChainIsTheSame.
\* Members go on building on a block that L1 dropped, because nobody claimed its epoch
\* (PRUNE-1, FOLLOW-7).
EXTENDS Rebuilt

BuggyLeft(tip, alive) == chain
=============================================================================
