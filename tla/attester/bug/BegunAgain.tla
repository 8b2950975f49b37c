----------------------------- MODULE BegunAgain -----------------------------
\* Violates NothingIsBegunInVain.
\* After its signature a member takes another proposal of the slot (ATTEST-10).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadySigned" THEN {} ELSE {refusal}
=============================================================================
