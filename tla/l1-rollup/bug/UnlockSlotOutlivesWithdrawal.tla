-------------------- MODULE UnlockSlotOutlivesWithdrawal --------------------
\* Violates TypeOK.
\* A withdrawal that a claim staked wholly keeps its unlock slot (ESCROW-8).
EXTENDS Escrow

BuggyStake(account, bond) ==
    LET fromAvailable == Min(account.available, bond) IN
    [account EXCEPT !.available = @ - fromAvailable,
                    !.withdrawing = @ - (bond - fromAvailable),
                    !.staked = @ + bond]
=============================================================================
