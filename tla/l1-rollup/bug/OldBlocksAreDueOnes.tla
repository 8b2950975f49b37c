------------------------- MODULE OldBlocksAreDueOnes -------------------------
\* Violates DueOnesComeFirst.
\* Nothing is due before somebody has taken from the queue (QUEUE-6).
EXTENDS Forced

BuggyDueAfter(s, count) ==
    /\ count \in 1..Len(s.queue) - 1
    /\ s.queue[count + 1].includedByEpoch <= Now(s)
=============================================================================
