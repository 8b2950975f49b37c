------------------------ MODULE LostStoreSignsAtOnce ------------------------
\* Violates LostStoresWait.
\* With an empty store a node signs in the slot of its start (ATTEST-7).
EXTENDS Tiny

BuggyEmptied(s) == [s EXCEPT !.held = <<>>, !.signed = NoProposal, !.signsFrom = s.slot]
=============================================================================
