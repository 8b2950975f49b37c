---------------------------- MODULE TellsExpire -----------------------------
\* Violates EffectsExpireWithTheirSlot.
\* What the roles are told of is of no use after the slot.
EXTENDS Serve

BuggyAskEffects(s, e) ==
    <<IF IsStored(s, e) THEN [Tell(e.transaction) EXCEPT !.expiresSlot = s.slot]
      ELSE Request(e.transaction, s.slot)>>
=============================================================================
