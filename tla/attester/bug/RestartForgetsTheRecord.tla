---------------------- MODULE RestartForgetsTheRecord -----------------------
\* Violates RecordsAreKept.
\* What was signed is kept in memory (ATTEST-10).
EXTENDS Tiny

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.work = NoProposal, !.signed = NoProposal]
=============================================================================
