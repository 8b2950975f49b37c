--------------------------- MODULE ReportsEndAll ----------------------------
\* Violates BegunIsKept.
\* A report ends the verification of what it shows in a block, final or not (TX-15).
EXTENDS Gossip

BuggyFollow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, settled \cup Elements(e.view.root)),
                 !.asked = Without(@, settled)]
=============================================================================
