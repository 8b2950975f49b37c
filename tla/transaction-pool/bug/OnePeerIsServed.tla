-------------------------- MODULE OnePeerIsServed ---------------------------
\* Violates HeldIsServed.
\* A transaction is given to one peer in a slot (TX-17).
EXTENDS Serve

BuggyReceiveRequestRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(e.slot = s.slot, "SlotNotCurrent"),
    Require(e.transaction \in MaySend(s), "TransactionNotHeld"),
    Require(e.transaction \notin {a.transaction : a \in Elements(s.answered)}, "RequestAnswered") }
=============================================================================
