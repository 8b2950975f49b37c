--------------------------- MODULE QuorumIsPosted ---------------------------
\* Violates PostingsStayWithTheirBlocks.
\* What is kept is that members signed, whoever did (CHALLENGE-2).
EXTENDS Challenged

BuggyPosting(e) == [
    committee    |-> e.committee,
    attestations |-> [seat \in DOMAIN e.committee |-> IF e.attestations[seat] = "none" THEN "none" ELSE e.committee[seat]] ]
=============================================================================
