------------------------- MODULE ProversClockStands -------------------------
\* Violates ClocksAgree.
\* A prover does not hear of the next slot (TIME-3).
EXTENDS Integrated

BuggyProverAfter(p, s, e) == IF e.name = "tick" THEN s ELSE Prover(p)!After(s, e)
=============================================================================
