-------------------------- MODULE FailedAreLikeAny --------------------------
\* Violates FailedComeLast.
\* The lowest fee wins, whatever its prover did before (QUOTE-6).
EXTENDS Outbid

BuggyClaimantEffects(m, s, e) ==
    Claimant(m)!Effects(IF e.name = "claim" THEN [s EXCEPT !.view.failed = <<>>] ELSE s, e)
=============================================================================
