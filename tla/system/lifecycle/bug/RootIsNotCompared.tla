------------------------- MODULE RootIsNotCompared --------------------------
\* Violates SignedIsRight.
\* A member signs whatever root its proposer claims (ATTEST-18).
EXTENDS Withheld

Claimed == [Right EXCEPT !.root = <<"wrong">>]

BuggyAttest(m) ==
    OfSlot(
        /\ phase = "attest"
        /\ List # <<>>
        /\ Elements(List) \subseteq Elements(attester[m].held)
        /\ signed' = [signed EXCEPT ![m] = @ \cup {Claimed}]
        /\ UNCHANGED <<slot, phase, attester, proposer, proposed, submitted, chain, ofMembers>>)
=============================================================================
