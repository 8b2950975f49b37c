------------------------- MODULE LeaversAreVerified -------------------------
\* Violates LeavingEndsVerifications.
\* What a sender sent is verified to the end when it has left (TX-15).
EXTENDS Gossip

BuggyLeave(s, e) == s
=============================================================================
