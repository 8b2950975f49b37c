------------------------- MODULE PublishedIsTheTip --------------------------
\* Violates ViewsAreReported.
\* Who publishes takes the block for its own tip before L1 shows it (BUILD-3).
EXTENDS Collect

BuggyPublish(s) ==
    [s EXCEPT !.published = TRUE, !.view.tip = [slot |-> s.slot, root |-> s.proposed.root]]
=============================================================================
