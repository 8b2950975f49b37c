------------------------ MODULE QuotesAreNotGuarded -------------------------
\* Violates RefusalsChangeNothing.
\* The second quote of a prover is refused and taken (QUOTE-3).
EXTENDS Window

BuggyStep(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) \subseteq {"QuoteKnown"}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
