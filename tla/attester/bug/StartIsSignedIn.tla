-------------------------- MODULE StartIsSignedIn ---------------------------
\* Violates StartsAreLeftOut.
\* In the slot of a start with an empty store proposals are taken (ATTEST-7).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "StartTooRecent" THEN {} ELSE {refusal}
=============================================================================
