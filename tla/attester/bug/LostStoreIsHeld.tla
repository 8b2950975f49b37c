-------------------------- MODULE LostStoreIsHeld ---------------------------
\* Violates HeldIsKept.
\* What was held is held after the store is lost (TX-4).
EXTENDS Tiny

BuggyEmptied(s) == [s EXCEPT !.signed = NoProposal, !.signsFrom = s.slot + 1]
=============================================================================
