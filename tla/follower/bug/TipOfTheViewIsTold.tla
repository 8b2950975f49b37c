------------------------- MODULE TipOfTheViewIsTold -------------------------
\* Violates TheOwnTipIsTold.
\* The roles are told the tip that L1 shows (FOLLOW-8).
EXTENDS Grow

BuggyViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> TipOf(Chain(s)),
          alarm    |-> Alarm(s),
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
