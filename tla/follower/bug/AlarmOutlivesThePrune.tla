----------------------- MODULE AlarmOutlivesThePrune ------------------------
\* Violates AlarmLastsAsItsCause.
\* The alarm stays until a view shows that its cause is pruned (FOLLOW-6).
EXTENDS Grow

BuggyViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> Tip(s),
          alarm    |-> Elements(s.wrong) \cap Elements(s.view.chain) # {},
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]
=============================================================================
