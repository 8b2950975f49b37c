-------------------------- MODULE RequestsGoToOne ---------------------------
\* Violates AskedIsRequested.
\* One peer is asked in place of all (TX-16).
EXTENDS Gossip

BuggyRequest(transaction, number) ==
    Effect("send", "request/" \o transaction \o "/" \o ToString(number),
           [transaction |-> transaction, to |-> Peers[1]], number)
=============================================================================
