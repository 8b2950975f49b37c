---------------------------- MODULE TipIsAnswered ---------------------------
\* Violates AnswersAreRight.
\* An executor says of the tip what it knows of the blocks that it has executed.
EXTENDS Conflict

BuggyAnswers == TRUE
=============================================================================
