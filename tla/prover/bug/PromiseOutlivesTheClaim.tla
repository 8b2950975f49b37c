---------------------- MODULE PromiseOutlivesTheClaim -----------------------
\* Violates FreeCanBeWithdrawn.
\* A quote keeps its bond although somebody was claimed for (PROVE-8).
EXTENDS Escrow

BuggyPromised(s) ==
    IF s.quoted.epoch = Ended(s) /\ s.quoted.validUntilSlot >= s.slot
    THEN s.quoted.bond ELSE 0
=============================================================================
