------------------------ MODULE SettlingIsNotGuarded ------------------------
\* Violates RefusalsChangeNothing.
\* Settling does not look at its refusals (PRUNE-5).
EXTENDS Default

BuggyStep(e) ==
    \E s \in {State} : \E eff \in {Effective(s)} :
        /\ e.name = "settle" \/ RefusalsGiven(s, eff, e) = {}
        /\ \E next \in {AfterGiven(s, eff, e)} : Becomes(next)
=============================================================================
