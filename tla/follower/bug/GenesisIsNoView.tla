-------------------------- MODULE GenesisIsNoView ---------------------------
\* Violates NobodyFollowsWithoutAView.
\* A view of L1 before genesis counts as none (FOLLOW-1).
EXTENDS Keep

BuggyViewReport(s) ==
    IF s.view.time < 0 THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> Tip(s),
          alarm    |-> Alarm(s),
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
