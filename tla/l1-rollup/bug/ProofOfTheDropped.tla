------------------------- MODULE ProofOfTheDropped --------------------------
\* Violates ProvenNeverShrinks.
\* A proof still takes what time has dropped (PRUNE-1, PRUNE-4).
EXTENDS Forks

BuggySubmitEpochProofRefusals(s, e) == UNION {
    Require(s.pending # <<>>, "NothingToProve"),
    Require(s.pending # <<>> => OldestUnprovenEpoch(s.pending) # Now(s), "EpochNotEnded"),
    Require(e.from = s.proven, "ProofStartMismatch"),
    Require(e.to = EpochEnd(s), "ProofEndMismatch"),
    Require(e.valid, "ProofInvalid") }

BuggySubmitEpochProof(s, e) ==
    [s EXCEPT !.proven = e.to,
              !.pending = SubSeq(@, EpochLength(s.pending) + 1, Len(@)),
              !.claim = NoClaim]
=============================================================================
