---------------------- MODULE PromiseOutlivesTheQuote -----------------------
\* Violates FreeCanBeWithdrawn.
\* A quote that has ended keeps its bond (PROVE-8).
EXTENDS Escrow

BuggyPromised(s) ==
    IF s.quoted.epoch = Ended(s) /\ s.view.claim = "nobody"
    THEN s.quoted.bond ELSE 0
=============================================================================
