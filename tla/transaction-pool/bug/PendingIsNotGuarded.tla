------------------------ MODULE PendingIsNotGuarded -------------------------
\* Violates RefusalsChangeNothing.
\* A second proof of the same sender is refused and verified (TX-19).
EXTENDS Serve

BuggyStep(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) \subseteq {"VerificationPending"}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
