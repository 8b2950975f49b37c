---------------------- MODULE AnsweredOutlivesTheSlot -----------------------
\* Violates SlotsBeginAnew.
\* Who was answered once is never answered again (TX-17).
EXTENDS Serve

BuggyTick(s) == [s EXCEPT !.slot = @ + 1, !.asked = <<>>]
=============================================================================
