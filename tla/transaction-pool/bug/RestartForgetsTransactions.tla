--------------------- MODULE RestartForgetsTransactions ---------------------
\* Violates HeldIsKept.
\* Every crash loses the store.
EXTENDS Gossip

BuggyCrash(s, e) == Restarted(Emptied(s))
=============================================================================
