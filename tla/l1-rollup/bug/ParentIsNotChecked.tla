------------------------- MODULE ParentIsNotChecked -------------------------
\* Violates HeadersAreOfNow.
\* A block may name any parent (PROPOSE-5).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ParentNotTip" THEN {} ELSE {refusal}
=============================================================================
