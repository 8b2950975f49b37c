--------------------------- MODULE SubmittedTwice ---------------------------
\* Violates SubmittedIsTheRecord.
\* One block is handed to L1 twice in one step (BUILD-22).
EXTENDS Collect

BuggyEffects(s, e) ==
    CASE e.name = "build"    -> <<Execute(After(s, e).building, s.slot)>>
      [] e.name = "executed" -> <<Proposal(After(s, e).proposed, s.slot)>>
      [] e.name = "publish"  -> [i \in 1..2 |-> Submission(s)]
      [] e.name \notin {"build", "executed", "publish"} -> <<>>
=============================================================================
