----------------------- MODULE AnswersOutliveTheSlot ------------------------
\* Violates EffectsExpireWithTheirSlot.
\* An answer is of use in the next slot (TX-17).
EXTENDS Serve

BuggyAnswer(transaction, to, number) ==
    Effect("send", "answer/" \o transaction \o "/" \o to \o "/" \o ToString(number),
           [transaction |-> transaction, to |-> to], number + 1)
=============================================================================
