--------------------------- MODULE BuildingStays ----------------------------
\* Violates OneProposalPerSlot.
\* What was proposed is still being executed, and its next result is proposed again
\* (BUILD-6).
EXTENDS Build

BuggyExecuted(s, e) ==
    [s EXCEPT !.proposed = Proposed(s, e), !.attestations = <<>>, !.published = FALSE]
=============================================================================
