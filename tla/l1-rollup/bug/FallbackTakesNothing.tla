------------------------ MODULE FallbackTakesNothing -------------------------
\* Violates ProvenBlocksTake.
\* What a fallback block takes from the queue still waits (FALLBACK-14).
EXTENDS Sessions

BuggyProposeWithProof(s, e) ==
    LET eff == Effective(s)
    IN [eff EXCEPT
        !.proven = FallbackBlock(e),
        !.credits = Credited(@, e.caller, FallbackReward(eff)),
        !.fallback = Advances(@, s.slot, TRUE)]
=============================================================================
