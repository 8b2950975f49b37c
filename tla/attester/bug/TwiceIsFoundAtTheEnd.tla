------------------------ MODULE TwiceIsFoundAtTheEnd ------------------------
\* Violates StatesAreCoherent.
\* A list with one transaction twice is refused only after its execution (ATTEST-13).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionTwice" THEN {} ELSE {refusal}
=============================================================================
