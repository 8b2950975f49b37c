------------------------- MODULE DroppedComesFirst --------------------------
\* Violates FinalIsFinal.
\* What is final is answered with dropped, since it is spent (TX-11).
EXTENDS Answers

BuggyStatuses ==
    <<"dropped", "final", "proven", "published", "attested", "proposed", "received", "unknown">>
=============================================================================
