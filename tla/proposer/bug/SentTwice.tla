----------------------------- MODULE SentTwice ------------------------------
\* Violates ProposalsAreOfTheRecord.
\* A proposal is sent twice in one step (BUILD-6).
EXTENDS Build

BuggyEffects(s, e) ==
    CASE e.name = "build"    -> <<Execute(After(s, e).building, s.slot)>>
      [] e.name = "executed" -> [i \in 1..2 |-> Proposal(After(s, e).proposed, s.slot)]
      [] e.name = "publish"  -> <<Submission(s)>>
      [] e.name \notin {"build", "executed", "publish"} -> <<>>
=============================================================================
