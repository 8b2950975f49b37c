------------------------ MODULE AskedOutlivesTheSlot ------------------------
\* Violates SlotsBeginAnew.
\* What was asked for stays so in the next slot (TX-16).
EXTENDS Serve

BuggyTick(s) == [s EXCEPT !.slot = @ + 1, !.answered = <<>>]
=============================================================================
