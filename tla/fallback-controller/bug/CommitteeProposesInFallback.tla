-------------------- MODULE CommitteeProposesInFallback ---------------------
\* Violates CommitteesStandAside.
\* In fallback a proposal of the committee passes, and is forgotten (FALLBACK-5).
EXTENDS Default

BuggyOutOfSession(eff) == {}
BuggyPropose(eff) ==
    IF InSession(Timing(eff)) THEN eff
    ELSE WithTiming([eff EXCEPT !.pending = IF @ = NoSlot THEN eff.slot ELSE @],
                    Waits(Timing(eff), eff.slot))
=============================================================================
