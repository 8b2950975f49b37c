-------------------------- MODULE AnyRequestIsRead --------------------------
\* Violates OnlyMessagesAreRead.
\* Requests are answered whatever their form (MESSAGE-1 to MESSAGE-4).
EXTENDS Serve

BuggyReceiveRequestRefusals(s, e) == UNION {
    Require(e.slot = s.slot, "SlotNotCurrent"),
    Require(e.transaction \in MaySend(s), "TransactionNotHeld"),
    Require(AnswerTo(e) \notin Elements(s.answered), "RequestAnswered") }
=============================================================================
