-------------------------- MODULE AnythingIsShown ---------------------------
\* Violates ChallengesAreOfThePosting.
\* Nobody asks whether what is shown was posted (CHALLENGE-4).
EXTENDS Challenged

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "PostingMismatch" THEN {} ELSE {refusal}
=============================================================================
