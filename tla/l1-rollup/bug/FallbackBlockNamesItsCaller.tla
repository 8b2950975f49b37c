--------------------- MODULE FallbackBlockNamesItsCaller ---------------------
\* Violates FallbackBlocksAreProven.
\* Whoever publishes a fallback block is its beneficiary (FALLBACK-14).
EXTENDS Based

BuggyFallbackBlock(e) ==
    [slot |-> e.slot, content |-> e.content, beneficiary |-> e.caller, forced |-> e.forced]
=============================================================================
