-------------------------- MODULE CommitteeCompetes --------------------------
\* Violates SessionsBeginOnTheProvenTip.
\* The committee goes on in fallback, reading (a) (FALLBACK-5).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "FallbackActive" THEN {} ELSE {refusal}
=============================================================================
