--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates OnlyTimeMovesTheClock.
\* The clock goes two slots on.
EXTENDS Serve

BuggyTick(s) == [s EXCEPT !.slot = @ + 2, !.asked = <<>>, !.answered = <<>>]
=============================================================================
