------------------------ MODULE PromiseEndsTooEarly -------------------------
\* Violates PromisedIsNotWithdrawn.
\* In its last slot a quote promises nothing (PROVE-8).
EXTENDS Escrow

BuggyPromised(s) ==
    IF s.quoted.epoch = Ended(s) /\ s.quoted.validUntilSlot > s.slot /\ s.view.claim = "nobody"
    THEN s.quoted.bond ELSE 0
=============================================================================
