------------------------- MODULE PeersAreUnbounded --------------------------
\* Violates PeersAreBounded.
\* A peer has verified what it likes (TX-14).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "SenderBusy" THEN {} ELSE {refusal}
=============================================================================
