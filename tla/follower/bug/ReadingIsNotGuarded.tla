------------------------ MODULE ReadingIsNotGuarded -------------------------
\* Violates RefusalsChangeNothing.
\* A view that is known is refused and taken (FOLLOW-7).
EXTENDS Grow

BuggyStep(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) \subseteq {"ViewKnown"}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
