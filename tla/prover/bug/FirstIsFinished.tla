-------------------------- MODULE FirstIsFinished ---------------------------
\* Violates AskedIsProven.
\* What was begun first stays what is proven (PROVE-4).
EXTENDS Prove

BuggyProve(s) == [s EXCEPT !.proving = IF @ = NoTarget THEN TargetOf(s.view) ELSE @]
=============================================================================
