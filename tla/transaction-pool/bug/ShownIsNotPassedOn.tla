------------------------- MODULE ShownIsNotPassedOn -------------------------
\* Violates VerifiedIsPassedOn.
\* What is given for the stash is not passed on, though it is no secret any more (TX-2).
EXTENDS Serve

BuggyVerifiedEffects(s, e) ==
    <<Tell(e.transaction)>> \o (IF e.from = "stash" THEN <<>> ELSE <<Broadcast(e.transaction)>>)
=============================================================================
