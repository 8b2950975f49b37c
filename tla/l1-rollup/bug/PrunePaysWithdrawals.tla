------------------------ MODULE PrunePaysWithdrawals ------------------------
\* Violates WithdrawalsWait.
\* A prune pays what is unlocked (ESCROW-8).
EXTENDS Escrow

BuggyPrune(s, e) ==
    LET eff == Effective(s)
        unlocked(p) == eff.accounts[p].withdrawing > 0 /\ s.slot >= eff.accounts[p].unlockSlot
        prover == CHOOSE p \in Provers : TRUE
    IN IF ~unlocked(prover) THEN eff
       ELSE [eff EXCEPT !.tokens = Paid(@, "escrow", prover, eff.accounts[prover].withdrawing),
                        !.accounts[prover] = [@ EXCEPT !.withdrawing = 0, !.unlockSlot = 0]]
=============================================================================
