------------------------- MODULE PostedNeedNoQuorum -------------------------
\* Violates PostingsHaveQuorums.
\* Where signatures are posted nobody counts them (CHALLENGE-1, PROPOSE-11).
EXTENDS Postings

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "QuorumNotReached" THEN {} ELSE {refusal}
=============================================================================
