--------------------------- MODULE ProvingGoesOn ----------------------------
\* Violates ResultsAreOfTheBegun.
\* After its result something is still being proven (PROVE-3).
EXTENDS Prove

BuggyProved(s, e) == [s EXCEPT !.proof = s.proving]
=============================================================================
