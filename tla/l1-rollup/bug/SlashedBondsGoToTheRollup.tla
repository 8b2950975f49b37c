--------------------- MODULE SlashedBondsGoToTheRollup ----------------------
\* Violates SlashedBondsGoToTheSink.
\* Slashed bonds feed the reward pool (ESCROW-9).
EXTENDS Escrow

BuggyCollectSlashed(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "escrow", "rollup", s.slashed), !.slashed = 0]
=============================================================================
