------------------------- MODULE ContentIsForgotten -------------------------
\* Violates HeadersAreOfNow.
\* The stored block has another content than its header (PROPOSE-12).
EXTENDS Forks

BuggyProposedBlock(e) == [slot |-> e.slot, content |-> "a", beneficiary |-> "none", forced |-> e.forced]
=============================================================================
