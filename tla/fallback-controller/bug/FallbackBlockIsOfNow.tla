------------------------ MODULE FallbackBlockIsOfNow ------------------------
\* Violates FallbackBlocksAreOfSessions.
\* A block in fallback takes the current slot, whatever its header says (FALLBACK-12).
EXTENDS Default

BuggyProposeWithProof(eff, e) ==
    LET proven == [eff EXCEPT !.provenSlot = eff.slot, !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), eff.slot, IsWaiting(proven)))
=============================================================================
