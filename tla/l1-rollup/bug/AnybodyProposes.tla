-------------------------- MODULE AnybodyProposes ---------------------------
\* Violates OnlyTheProposerProposes.
\* Nobody asks whose slot it is (PROPOSE-7).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "CallerNotProposer" THEN {} ELSE {refusal}
=============================================================================
