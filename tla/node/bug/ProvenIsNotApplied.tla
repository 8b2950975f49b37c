------------------------- MODULE ProvenIsNotApplied -------------------------
\* Violates ProvenIsProven.
\* What L1 says is proven counts before this node has applied it (TX-11).
EXTENDS Answers

BuggyProvenRoot(n) ==
    LET view == n.follower.view IN IF view.proven = 0 THEN <<>> ELSE view.chain[view.proven].root
=============================================================================
