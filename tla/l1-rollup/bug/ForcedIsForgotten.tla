-------------------------- MODULE ForcedIsForgotten --------------------------
\* Violates HeadersAreOfNow.
\* The stored block does not say what it took from the queue (PROPOSE-12).
EXTENDS Forced

BuggyProposedBlock(e) ==
    [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> 0]
=============================================================================
