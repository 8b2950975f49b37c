------------------------- MODULE BegunUnderTheAlarm -------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun while the alarm is raised (BASED-1).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "AlarmRaised" THEN {} ELSE {refusal}
=============================================================================
