-------------------------- MODULE ClockStandsStill --------------------------
\* Violates ClocksAgree.
\* A member does not see that a phase is over (BUILD-24).
EXTENDS Equivocating

BuggyAttesterAfter(m, s, e) == IF e.name = "tick" THEN s ELSE Attester(m)!After(s, e)
=============================================================================
