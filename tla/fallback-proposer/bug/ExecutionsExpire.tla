-------------------------- MODULE ExecutionsExpire --------------------------
\* Violates OnlySubmissionsExpire.
\* An execution ends with its slot, as for a proposer (BASED-4).
EXTENDS Race

BuggyEffects(s, e) ==
    CASE e.name = "build"       -> <<Execute(After(s, e).building, s.slot)>>
      [] e.name = "executed"    -> <<Prove(After(s, e).building)>>
      [] e.name = "submitBlock" -> <<Submission(s)>>
      [] e.name \notin {"build", "executed", "submitBlock"} -> <<>>
=============================================================================
