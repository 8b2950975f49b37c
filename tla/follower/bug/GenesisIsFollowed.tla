------------------------- MODULE GenesisIsFollowed --------------------------
\* Violates NobodyFollowsWithoutAView.
\* Without a view the node follows a chain without blocks (FOLLOW-1).
EXTENDS Grow

BuggyViewReport(s) ==
    [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
     tip      |-> Tip(s),
     alarm    |-> Alarm(s),
     fallback |-> Fallback(s),
     queue    |-> Waiting(s)]
=============================================================================
