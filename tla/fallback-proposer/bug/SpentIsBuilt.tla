---------------------------- MODULE SpentIsBuilt ----------------------------
\* Violates BuiltIsExecutable.
\* What the proven tip has taken is taken again (BASED-6).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "NullifierSpent" THEN {} ELSE {refusal}
=============================================================================
