--------------------------- MODULE SetupProposes ----------------------------
\* Violates PendingKeepsItsBlocks.
\* A call that samples leaves a block of its own (PROPOSE-12).
EXTENDS Committee

BuggySetupEpoch(s, e) ==
    [s EXCEPT !.samples = Append(@, Sample(Frozen(s), e.randao, SampledEpoch(s))),
              !.pending = IF Tip(s).slot < s.slot
                          THEN Append(@, [slot |-> s.slot, content |-> "a", beneficiary |-> "none", forced |-> 0])
                          ELSE @]
=============================================================================
