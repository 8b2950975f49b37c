------------------------ MODULE BlockEndsTheSession -------------------------
\* Violates ModesChangeByTime.
\* A block in fallback brings the committee back (FALLBACK-6, FALLBACK-7).
EXTENDS Default

BuggyProposeWithProof(eff, e) ==
    LET proven == [eff EXCEPT !.provenSlot = e.slot, !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Exited(eff.slot, IsWaiting(proven)))
=============================================================================
