------------------------- MODULE FinalIsStillLacked -------------------------
\* Violates FinalIsNotWaitedFor.
\* What is found to be final counts as asked for until the slot is over (TX-5).
EXTENDS Gossip

BuggyFollow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, settled),
                 !.asked = Without(@, Elements(kept))]
=============================================================================
