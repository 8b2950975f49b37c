---------------------- MODULE ProvingEndsWithTheEpoch -----------------------
\* Violates EffectsExpire.
\* Proving ends in the first slot of the epoch that follows (PROVE-5).
EXTENDS Prove

BuggyProving(target, transactions) ==
    Effect("prove", "prove/" \o TargetId(target),
           [epoch |-> target.epoch, tip |-> target.tip, transactions |-> transactions],
           (target.epoch + 1) * SlotsPerEpoch)
=============================================================================
