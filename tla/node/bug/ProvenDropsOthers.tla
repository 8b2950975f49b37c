------------------------- MODULE ProvenDropsOthers --------------------------
\* Violates DroppedIsForAnother.
\* Dropped is said before it is final (TX-11, TX-13).
EXTENDS Answers

BuggyIsDropped(t, n, given) ==
    \/ IsSpentIn(t, FinalRoot(n), given.nullifiers)
    \/ t \notin Elements(ProvenRoot(n)) /\ IsSpentIn(t, ProvenRoot(n), given.nullifiers)
=============================================================================
