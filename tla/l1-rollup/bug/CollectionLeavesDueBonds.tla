---------------------- MODULE CollectionLeavesDueBonds ----------------------
\* Violates BondsReturnOrAreSlashed.
\* A bond that a collection itself slashes is left for the next one (ESCROW-9).
EXTENDS Provers

BuggyCollectSlashed(s, e) ==
    LET eff == Effective(s)
    IN [eff EXCEPT !.tokens = Paid(@, "escrow", "sink", s.slashed), !.slashed = @ - s.slashed]
=============================================================================
