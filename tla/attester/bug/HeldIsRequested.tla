-------------------------- MODULE HeldIsRequested ---------------------------
\* Violates LacksAreRequested.
\* All of a list is asked for, whatever is held (ATTEST-14).
EXTENDS Tiny

BuggyReceiveProposalEffects(next) ==
    LET own == Others(next.work.transactions, next.work.forced)
    IN IF Missing(next) = <<>> THEN <<Execute(next.work, next.slot)>>
       ELSE [i \in DOMAIN own |-> Request(own[i], next.slot)]
=============================================================================
