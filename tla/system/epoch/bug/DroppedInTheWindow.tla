------------------------- MODULE DroppedInTheWindow -------------------------
\* Violates DroppedWasDue.
\* What is unclaimed is dropped a slot too early (PRUNE-1).
EXTENDS Window

BuggyAfterSlot(x) ==
    IF x.claim = NoClaim /\ (x.slot + 1) % SlotsPerEpoch = ClaimWindow - 1
    THEN [Passed(x) EXCEPT !.pending = <<>>]
    ELSE Passed(x)
=============================================================================
