------------------------ MODULE ProofEndsWithdrawal -------------------------
\* Violates EscrowIsConserved.
\* A proof forgets what its prover is withdrawing (PROOF-7).
EXTENDS Escrow

BuggyUnstaked(account, bond) ==
    [available |-> account.available + bond, withdrawing |-> 0, unlockSlot |-> 0, staked |-> account.staked - bond]
=============================================================================
