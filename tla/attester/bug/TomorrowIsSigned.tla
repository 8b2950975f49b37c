-------------------------- MODULE TomorrowIsSigned --------------------------
\* Violates NothingIsOfTheFuture.
\* What is signed is signed for the next slot (ATTEST-3, ATTEST-15).
EXTENDS Tiny

BuggyExecuted(s) ==
    [s EXCEPT !.signed = [s.work EXCEPT !.slot = @ + 1, !.timestampSlot = @ + 1], !.work = NoProposal]
=============================================================================
