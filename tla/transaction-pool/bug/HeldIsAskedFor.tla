--------------------------- MODULE HeldIsAskedFor ---------------------------
\* Violates HeldIsNotLacked.
\* A role can ask for what the node holds (TX-16).
EXTENDS Gossip

BuggyAskRefusals(s, e) == Require(e.transaction \notin Elements(s.asked), "AlreadyAsked")
=============================================================================
