------------------------ MODULE WithdrawalIsSlashed -------------------------
\* Violates BondsReturnOrAreSlashed.
\* What is withdrawn counts as slashed (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    [s EXCEPT !.slashed = @ + s.accounts[e.caller].withdrawing,
              !.accounts[e.caller] = [@ EXCEPT !.withdrawing = 0, !.unlockSlot = 0]]
=============================================================================
