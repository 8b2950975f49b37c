------------------------- MODULE StartsWaitForASlot -------------------------
\* Violates OnlyTimeMovesTheClock.
\* A start takes until the next slot.
EXTENDS Gossip

BuggyRestarted(s) ==
    [s EXCEPT !.slot = @ + 1, !.view = NoPoolView, !.verifying = <<>>,
              !.asked = <<>>, !.answered = <<>>]
=============================================================================
