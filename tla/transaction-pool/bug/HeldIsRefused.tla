--------------------------- MODULE HeldIsRefused ----------------------------
\* Violates LackedIsAskedFor.
\* A role that lacks what the node holds is refused, and does not get it (TX-16).
EXTENDS Gossip

BuggyAskRefusals(s, e) == UNION {
    Require(~IsStored(s, e), "TransactionHeld"),
    Require(~IsAsked(s, e), "AlreadyAsked") }
=============================================================================
