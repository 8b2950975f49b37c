--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates TimeMovesOnlyTheClock.
\* Two slots pass at a time (TIME-3).
EXTENDS Window

BuggyTick(s) ==
    [s EXCEPT !.slot = s.slot + 2,
              !.quotes = SelectSeq(s.quotes, LAMBDA q : q.epoch = Ended(s.slot + 2))]
=============================================================================
