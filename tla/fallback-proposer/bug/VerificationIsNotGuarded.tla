---------------------- MODULE VerificationIsNotGuarded ----------------------
\* Violates RefusalsChangeNothing.
\* The second arrival of a transaction is refused and taken (TX-4).
EXTENDS Race

BuggyStep(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) \subseteq {"TransactionHeld"}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
