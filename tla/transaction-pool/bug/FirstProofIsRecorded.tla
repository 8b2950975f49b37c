------------------------ MODULE FirstProofIsRecorded ------------------------
\* Violates BegunIsKnown.
\* Whatever proof is verified, the first one counts as being so (TX-19).
EXTENDS Gossip

BuggyReceiveTransaction(s, e) ==
    [s EXCEPT !.verifying = InOrder(AllCopies, Elements(@) \cup {[CopyOf(e) EXCEPT !.proof = Proofs[1]]})]
=============================================================================
