------------------------- MODULE StartTwoSlotsLater -------------------------
\* Violates StatesAreCoherent.
\* After the loss of its store a node leaves out one slot more (BUILD-5).
EXTENDS Build

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>, !.proposed = NoProposal, !.attestations = <<>>, !.published = FALSE,
              !.signsFrom = s.slot + 2]
=============================================================================
