------------------------ MODULE AnotherBlockIsTaken -------------------------
\* Violates PendingIsAttested.
\* L1 takes a block of which something else was attested (PROPOSE-10).
EXTENDS Stale

BuggyBlock == CanAttest /\ Attests /\ Takes([BlockOn(Tip, slot) EXCEPT !.root = Append(@, "t3")])
=============================================================================
