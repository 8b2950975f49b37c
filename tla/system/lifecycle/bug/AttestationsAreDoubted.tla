----------------------- MODULE AttestationsAreDoubted -----------------------
\* Violates TakenIsOfTheOracle.
\* L1 takes a block of whose attestations it knows that one is false: Epoch has none of these.
EXTENDS Finality

BuggyTake(b) ==
    /\ S!Take(b)
    /\ pending' = Append(pending, Stored(b))
    /\ forged' = Append(forged, {"m2"})
    /\ attested' = [attested EXCEPT ![slot] = b.proposal.parent]
    /\ UNCHANGED <<proven, claim, escrow, claimant, prover, offered, claims, proofs, calls, past, reorganised,
                   ofProvers>>
=============================================================================
