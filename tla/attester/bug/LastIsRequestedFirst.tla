------------------------ MODULE LastIsRequestedFirst ------------------------
\* Violates LacksAreRequested.
\* What is lacking is asked for from the end of the list (ATTEST-14).
EXTENDS Tiny

BuggyReceiveProposalEffects(next) ==
    LET missing == Missing(next)
        n == Len(missing)
    IN IF missing = <<>> THEN <<Execute(next.work, next.slot)>>
       ELSE [i \in DOMAIN missing |-> Request(missing[n + 1 - i], next.slot)]
=============================================================================
