------------------------- MODULE PruneIsNotGuarded --------------------------
\* Violates RefusalsChangeNothing.
\* A prune does not look at its refusals (PRUNE-5).
EXTENDS Forks

BuggyStep(e) ==
    \E s \in {State} :
        /\ e.name = "prune" \/ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
