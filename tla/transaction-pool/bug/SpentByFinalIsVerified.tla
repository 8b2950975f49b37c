----------------------- MODULE SpentByFinalIsVerified -----------------------
\* Violates DroppedIsNotVerified.
\* What spends the same as a final one goes on being verified (TX-15).
EXTENDS Spend

BuggyFollow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, Elements(kept) \cup Elements(e.view.final)),
                 !.asked = Without(@, settled)]
=============================================================================
