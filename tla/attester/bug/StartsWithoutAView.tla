------------------------- MODULE StartsWithoutAView -------------------------
\* Violates WhoKnowsNothingWaits.
\* A node works before it has a view (FOLLOW-1).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "NotFollowing" THEN {} ELSE {refusal}
=============================================================================
