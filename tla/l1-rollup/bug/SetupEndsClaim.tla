--------------------------- MODULE SetupEndsClaim ---------------------------
\* Violates ClaimsLiveToTheirDeadlines.
\* A call that samples ends the claim of the epoch before (PROOF-7).
EXTENDS Joint

BuggySetupEpoch(s, e) ==
    [s EXCEPT !.samples = Append(@, Sample(Frozen(s), e.randao, SampledEpoch(s))),
              !.claim = NoClaim,
              !.accounts = IF s.claim = NoClaim THEN @
                           ELSE [@ EXCEPT ![s.claim.proverAddress] = Unstaked(@, s.claim.bondAmount)]]
=============================================================================
