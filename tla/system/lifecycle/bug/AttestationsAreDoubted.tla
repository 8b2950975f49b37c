----------------------- MODULE AttestationsAreDoubted -----------------------
\* Violates TakenIsOfTheOracle.
\* L1 takes a block of whose attestations it knows that one is false: Epoch has none of these.
EXTENDS Finality

BuggyTake(b) == S!Take(b) /\ Appends(b, {"m2"})
=============================================================================
