--------------------------- MODULE TellsHaveOneId ---------------------------
\* Violates IdsAreOfTheContent.
\* What the roles are told of different transactions has one id.
EXTENDS Gossip

BuggyTell(transaction) == Effect("tell", "held", [transaction |-> transaction], -1)
=============================================================================
