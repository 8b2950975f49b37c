-------------------------- MODULE ExecutedTooLate ---------------------------
\* Violates CompleteIsExecuted.
\* What becomes complete when nobody attests any more is executed (ATTEST-4).
EXTENDS Tiny

BuggyVerifiedEffects(s, next) ==
    IF IsLive(s) /\ Missing(s) # <<>> /\ Missing(next) = <<>> THEN <<Execute(s.work, s.slot)>> ELSE <<>>
=============================================================================
