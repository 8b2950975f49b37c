------------------------- MODULE FinalIsNotApplied --------------------------
\* Violates FinalIsFinal.
\* What L1 says is final counts before this node has applied it (TX-11).
EXTENDS Answers

BuggyFinalRoot(n) ==
    LET view == n.follower.view IN IF view.final = 0 THEN <<>> ELSE view.chain[view.final].root
=============================================================================
