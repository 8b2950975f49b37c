------------------------- MODULE FrontIsNotCompared -------------------------
\* Violates QueuesAreHonoured.
\* A block takes forced ones in another order (BASED-5).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedHashMismatch" THEN {} ELSE {refusal}
=============================================================================
