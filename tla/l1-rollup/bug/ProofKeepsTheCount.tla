------------------------- MODULE ProofKeepsTheCount --------------------------
\* Violates CountsStartAnew.
\* An advance does not start the count anew (FALLBACK-2).
EXTENDS Delayed

BuggyAdvances(c, s, waits) == IF InSession(c) THEN [c EXCEPT !.advanced = s] ELSE c
=============================================================================
