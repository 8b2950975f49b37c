--------------------------- MODULE SpentIsSigned ----------------------------
\* Violates SignedIsExecutable.
\* A list is signed that has what the parent has (ATTEST-16).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "NotExecutable" THEN {} ELSE {refusal}
=============================================================================
