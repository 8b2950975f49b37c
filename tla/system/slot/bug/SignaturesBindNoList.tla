------------------------ MODULE SignaturesBindNoList ------------------------
\* Violates OneQuorumPerSlot.
\* A signature counts for whatever block of its slot it is shown with, as if the
\* header were not signed (PROPOSE-10).
EXTENDS Forced

BuggyAttests(m, p) == m \in Byzantine \/ \E r \in attested[m] : r.slot = p.slot
=============================================================================
