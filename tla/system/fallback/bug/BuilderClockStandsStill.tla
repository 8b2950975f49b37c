---------------------- MODULE BuilderClockStandsStill -----------------------
\* Violates ClocksAgree.
\* A fallback proposer does not see that a slot is over (BASED-4).
EXTENDS Racing

BuggyBuilderAfter(s, e) == IF e.name = "tick" THEN s ELSE BuilderRole!After(s, e)
=============================================================================
