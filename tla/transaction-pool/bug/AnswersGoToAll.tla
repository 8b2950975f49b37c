--------------------------- MODULE AnswersGoToAll ---------------------------
\* Violates RequestsAreAnswered.
\* An answer goes to all peers (TX-17).
EXTENDS Serve

BuggyAnswer(transaction, to, number) ==
    Effect("send", "answer/" \o transaction \o "/all/" \o ToString(number),
           [transaction |-> transaction, to |-> "all"], number)
=============================================================================
