------------------------- MODULE BlockBeforeGenesis -------------------------
\* Violates BlocksAreOrdered.
\* A block of slot 0 is accepted before genesis (TIME-4).
EXTENDS Genesis

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "NotStarted" THEN {} ELSE {refusal}

\* Of all that is tried before genesis, this alone.
BuggyFollowed(s) == {e \in Instances(s) : Started(s) \/ e.name = "propose"}
=============================================================================
