----------------------- MODULE AnswersToAllHaveOneId ------------------------
\* Violates IdsAreOfTheContent.
\* Answers to different peers have one id (MESSAGE-10).
EXTENDS Serve

BuggyAnswer(transaction, to, number) ==
    Effect("send", "answer/" \o transaction \o "/" \o ToString(number),
           [transaction |-> transaction, to |-> to], number)
=============================================================================
