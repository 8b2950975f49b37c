----------------------- MODULE SetupStartsWithdrawal ------------------------
\* Violates WithdrawalsWait.
\* A call that samples starts everybody's withdrawal (ESCROW-12).
EXTENDS Joint

BuggySetupEpoch(s, e) ==
    [s EXCEPT !.samples = Append(@, Sample(Frozen(s), e.randao, SampledEpoch(s))),
              !.accounts = [p \in DOMAIN @ |->
                  IF @[p].available = 0 \/ @[p].withdrawing > 0 THEN @[p]
                  ELSE [@[p] EXCEPT !.available = 0,
                                    !.withdrawing = s.accounts[p].available,
                                    !.unlockSlot = UnlockSlot(s)]]]
=============================================================================
