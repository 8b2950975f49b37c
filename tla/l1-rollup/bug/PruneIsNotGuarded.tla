------------------------- MODULE PruneIsNotGuarded --------------------------
\* Violates RefusalsChangeNothing.
\* A prune does not look at its refusals (PRUNE-5).
EXTENDS Forks

BuggyStep(e) ==
    LET s == State IN (e.name = "prune" \/ Refusals(s, e) = {}) /\ Becomes(After(s, e))
=============================================================================
