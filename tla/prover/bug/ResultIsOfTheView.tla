------------------------- MODULE ResultIsOfTheView --------------------------
\* Violates ResultsAreOfTheBegun.
\* A result counts as a proof of what the view shows by now (PROVE-3).
EXTENDS Prove

BuggyProved(s, e) == [s EXCEPT !.proof = TargetOf(s.view), !.proving = NoTarget]
=============================================================================
