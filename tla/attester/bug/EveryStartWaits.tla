-------------------------- MODULE EveryStartWaits ---------------------------
\* Violates LostStoresWait.
\* A node with its store waits for the next slot too (ATTEST-7).
EXTENDS Tiny

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.work = NoProposal, !.signsFrom = s.slot + 1]
=============================================================================
