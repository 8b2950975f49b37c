------------------------ MODULE AlarmWaitsForAPerson ------------------------
\* Violates AlarmLastsAsItsCause.
\* Once raised the alarm stays (FOLLOW-6).
EXTENDS Reorg

BuggyViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> Tip(s),
          alarm    |-> s.wrong # <<>>,
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
