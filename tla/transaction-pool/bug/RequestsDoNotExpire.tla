------------------------ MODULE RequestsDoNotExpire -------------------------
\* Violates EffectsExpireWithTheirSlot.
\* A request is sent whenever it can be (TX-16).
EXTENDS Gossip

BuggyRequest(transaction, number) ==
    Effect("send", "request/" \o transaction \o "/" \o ToString(number),
           [transaction |-> transaction, to |-> "all"], -1)
=============================================================================
