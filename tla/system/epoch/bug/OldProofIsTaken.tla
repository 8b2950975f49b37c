-------------------------- MODULE OldProofIsTaken ---------------------------
\* Violates ProvenIsFinal.
\* L1 takes a proof of what is proven (PROOF-3, PROOF-4).
EXTENDS Prompt

BuggyTakeProof(tip) ==
    /\ IF tip \in proofs /\ tip.slot < proven.slot
       THEN /\ proven' = OnL1(tip)
            /\ pending' = <<>>
            /\ claim' = NoClaim
            /\ forged' = <<>>
            /\ UNCHANGED slot
       ELSE /\ \E i \in DOMAIN pending : pending' = SubSeq(pending, i + 1, Len(pending))
            /\ L1Proves(tip)
    /\ escrow' = IF claim = NoClaim THEN escrow
                 ELSE [escrow EXCEPT ![claim.proverAddress] = AfterProof(@, claim.bondAmount)]
    /\ OracleUnchanged
    /\ OthersUnchanged
=============================================================================
