------------------------ MODULE AnotherIsClaimedFor -------------------------
\* Violates ClaimedWasHandedIn.
\* L1 binds another prover than the quote names (CLAIM-10).
EXTENDS Stale

Other(c) == [c EXCEPT !.quote.prover = CHOOSE p \in Provers : p # c.quote.prover]

BuggyTakeClaim(c) ==
    /\ L1Refusals(c) = {}
    /\ L1Claims(Other(c))
    /\ escrow' = [escrow EXCEPT ![Other(c).quote.prover] = AfterClaim(@, c.quote.bond)]
    /\ OracleUnchanged
    /\ OthersUnchanged
=============================================================================
