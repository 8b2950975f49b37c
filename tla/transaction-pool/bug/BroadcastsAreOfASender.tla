----------------------- MODULE BroadcastsAreOfASender -----------------------
\* Violates IdsAreOfTheContent.
\* A transaction that is passed on has an id of this node (MESSAGE-10).
EXTENDS Gossip

BuggyBroadcast(transaction) ==
    Effect("send", "transaction/self/" \o transaction, [transaction |-> transaction, to |-> "all"], -1)
=============================================================================
