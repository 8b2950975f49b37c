------------------- MODULE NothingIsFollowedBeforeABlock --------------------
\* Violates NobodyFollowsWithoutAView.
\* Before its first block a node follows nothing (FOLLOW-1).
EXTENDS Grow

BuggyViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF Right(s) = <<>> THEN "nothing" ELSE IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> Tip(s),
          alarm    |-> Alarm(s),
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
