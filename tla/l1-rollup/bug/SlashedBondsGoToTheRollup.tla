--------------------- MODULE SlashedBondsGoToTheRollup ----------------------
\* Violates SlashedBondsGoToTheSink.
\* Slashed bonds feed the reward pool (ESCROW-9).
EXTENDS Provers

BuggyCollectSlashed(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "escrow", "rollup", s.slashed), !.slashed = 0]
=============================================================================
