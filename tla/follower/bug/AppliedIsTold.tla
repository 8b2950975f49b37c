--------------------------- MODULE AppliedIsTold ----------------------------
\* Violates TheOwnTipIsTold.
\* The own tip is the last block that was applied, whatever the view shows (FOLLOW-7).
EXTENDS Grow

BuggyViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> TipOf(s.applied),
          alarm    |-> Alarm(s),
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
