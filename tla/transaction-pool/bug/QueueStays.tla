----------------------------- MODULE QueueStays -----------------------------
\* Violates ViewsAreReported.
\* A report without forced transactions leaves those that waited before (TX-8).
EXTENDS Gossip

BuggyFollow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = IF e.view.queue = <<>> THEN [e.view EXCEPT !.queue = s.view.queue] ELSE e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, settled),
                 !.asked = Without(@, settled)]
=============================================================================
