---------------------- MODULE LostStoreProposesAtOnce -----------------------
\* Violates LostStoresWait.
\* With an empty store a node proposes in the slot of its start (BUILD-5).
EXTENDS Build

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>, !.proposed = NoProposal, !.attestations = <<>>, !.published = FALSE,
              !.signsFrom = s.slot]
=============================================================================
