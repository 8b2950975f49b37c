-------------------------- MODULE WindowIsNotAsked --------------------------
\* Violates StatesAreCoherent.
\* A claim is made as long as its epoch is the one before the current (QUOTE-4).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "ClaimWindowClosed" THEN {} ELSE {refusal}
=============================================================================
