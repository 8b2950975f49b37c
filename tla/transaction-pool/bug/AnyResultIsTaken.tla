-------------------------- MODULE AnyResultIsTaken --------------------------
\* Violates ResultsAreOfTheBegun.
\* A result is taken that nobody waits for (TX-15).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "NothingVerifying" THEN {} ELSE {refusal}
=============================================================================
