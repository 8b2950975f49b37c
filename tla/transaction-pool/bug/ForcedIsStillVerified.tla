----------------------- MODULE ForcedIsStillVerified ------------------------
\* Violates HeldIsNotVerified.
\* What L1 shows in the queue goes on being verified (TX-15).
EXTENDS Gossip

BuggyFollow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, SpentIn(e.view.final)),
                 !.asked = Without(@, settled)]
=============================================================================
