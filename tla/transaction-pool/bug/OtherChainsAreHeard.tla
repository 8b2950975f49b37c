------------------------ MODULE OtherChainsAreHeard -------------------------
\* Violates OnlyMessagesAreRead.
\* A message for another chain or rollup is read (MESSAGE-3).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "DomainMismatch" THEN {} ELSE {refusal}
=============================================================================
