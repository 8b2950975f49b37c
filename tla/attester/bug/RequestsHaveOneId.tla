------------------------- MODULE RequestsHaveOneId --------------------------
\* Violates EffectsAreOfTheSlot.
\* The id of a request does not say for what it is: of two, one is kept (MESSAGE-10).
EXTENDS Tiny

BuggyRequest(transaction, n) ==
    Effect("request", "request/" \o ToString(n), [transaction |-> transaction], n)
=============================================================================
