----------------------- MODULE EntryGivesTheBondBack ------------------------
\* Violates PuttingEntryOffCostsABond.
\* A bond that has put the entry off is not slashed (FALLBACK-3).
EXTENDS Default

BuggyModeSettled(s, t) ==
    LET before == Timing(s)
        after == SlotPassed(before, t, s.claimDeadline, IsWaiting(s))
        isPutOff == InSession(after) /\ IsCounted(before) /\ t > before.countedFrom + FallbackEnterSlots
        pardoned == IF isPutOff THEN [s EXCEPT !.bonds.slashed = 0] ELSE s
    IN WithTiming(IF InSession(after) THEN PendingDropped(pardoned) ELSE s, after)
=============================================================================
