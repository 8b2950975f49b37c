---------------------------- MODULE ListedIsHeld ----------------------------
\* Violates OnlyVerifiedIsHeld.
\* What a proposal lists counts as verified (ATTEST-14, TX-1).
EXTENDS Tiny

BuggyReceiveProposal(s, e) ==
    [s EXCEPT !.work = e.proposal,
              !.held = IF e.proposal.transactions = <<>> THEN @ ELSE Held(@, e.proposal.transactions[1])]
=============================================================================
