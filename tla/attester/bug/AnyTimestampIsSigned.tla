------------------------ MODULE AnyTimestampIsSigned ------------------------
\* Violates SignedTimestampsAreRight.
\* The timestamp is looked at by nobody (ATTEST-5).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "TimestampMismatch" THEN {} ELSE {refusal}
=============================================================================
