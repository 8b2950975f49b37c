-------------------------- MODULE ProposedIsSpent ---------------------------
\* Violates ViewsAreReported.
\* What the node proposes counts as spent before L1 shows it (TX-5).
EXTENDS Serve

BuggyRelease(s, e) ==
    [s EXCEPT !.stashed = Without(@, Elements(e.transactions)),
              !.view.root = Appended(@, e.transactions)]
=============================================================================
