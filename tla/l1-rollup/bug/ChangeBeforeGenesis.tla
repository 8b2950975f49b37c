------------------------ MODULE ChangeBeforeGenesis -------------------------
\* Violates NothingHappensBeforeGenesis.
\* A validator is registered before genesis (TIME-4).
EXTENDS Genesis

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "NotStarted" THEN {} ELSE {refusal}

\* Of all that is tried before genesis, this alone.
BuggyFollowed(s) == {e \in Instances(s) : Started(s) \/ e.name = "addValidator"}
=============================================================================
