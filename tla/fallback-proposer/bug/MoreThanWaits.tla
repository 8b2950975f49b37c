--------------------------- MODULE MoreThanWaits ----------------------------
\* Violates QueuesAreHonoured.
\* A block takes more than waits (BASED-5).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedBeyondQueue" THEN {} ELSE {refusal}
=============================================================================
