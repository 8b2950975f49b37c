--------------------------- MODULE StoredAsItCame ---------------------------
\* Violates TypeOK.
\* What is held stands in the order in which it came.
EXTENDS Gossip

BuggyVerified(s, e) ==
    [s EXCEPT !.stored = Append(@, e.transaction),
              !.stashed = Stashed(s, e),
              !.verifying = NotOf(@, {e.transaction}),
              !.asked = Without(@, {e.transaction})]
=============================================================================
