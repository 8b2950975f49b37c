-------------------------- MODULE HashesAreSigned ---------------------------
\* Violates SignedIsRight.
\* A member signs for transactions of which it knows the hashes alone (ATTEST-14).
EXTENDS Withheld

BuggyAttest(m) ==
    OfSlot(
        /\ phase = "attest"
        /\ List # <<>>
        /\ signed' = [signed EXCEPT ![m] = @ \cup {Right}]
        /\ UNCHANGED <<slot, phase, attester, proposer, proposed, submitted, chain, ofMembers>>)
=============================================================================
