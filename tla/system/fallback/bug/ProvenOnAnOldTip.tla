-------------------------- MODULE ProvenOnAnOldTip --------------------------
\* Violates HandedInOnTheTip.
\* A proof is handed in wherever the tip and the queue are by then (BASED-8).
EXTENDS Racing

BuggyBuilderRefusals(s, e) ==
    BuilderRole!Refusals(s, e)
        \ (IF e.name = "submitBlock" THEN {"ParentNotTip", "ForcedBeyondQueue", "ForcedHashMismatch"} ELSE {})
=============================================================================
