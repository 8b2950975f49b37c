--------------------------- MODULE ExecutedAgain ----------------------------
\* Violates CompleteIsExecuted.
\* Every transaction that comes starts the execution of what is complete again
\* (ATTEST-8).
EXTENDS Tiny

BuggyVerifiedEffects(s, next) ==
    IF IsLive(s) /\ IsOpen(s) /\ Missing(next) = <<>> THEN <<Execute(s.work, s.slot)>> ELSE <<>>
=============================================================================
