------------------------ MODULE QuotedUnderTheAlarm -------------------------
\* Violates NobodyQuotesUnderTheAlarm.
\* A prover quotes under the alarm (FOLLOW-5).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "AlarmRaised" THEN {} ELSE {refusal}
=============================================================================
