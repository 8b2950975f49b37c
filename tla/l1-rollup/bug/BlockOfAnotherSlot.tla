------------------------- MODULE BlockOfAnotherSlot -------------------------
\* Violates HeadersAreOfNow.
\* A header may name any slot, and the start time of any (PROPOSE-3, PROPOSE-4).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal \in {"SlotNotCurrent", "TimestampMismatch"} THEN {} ELSE {refusal}

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup Probes(s, 1)
=============================================================================
