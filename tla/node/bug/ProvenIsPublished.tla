------------------------- MODULE ProvenIsPublished --------------------------
\* Violates ProvenIsProven.
\* What is proven is answered with published (TX-11).
EXTENDS Answers

BuggyStatuses ==
    <<"final", "dropped", "published", "proven", "attested", "proposed", "received", "unknown">>
=============================================================================
