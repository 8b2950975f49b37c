------------------------ MODULE WithdrawalPaysTwice -------------------------
\* Violates EscrowIsConserved.
\* A withdrawal that was paid is not over (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(e) ==
    /\ ExecuteWithdrawalRefusals(e) = {}
    /\ tokens' = Paid("escrow", e.caller, accounts[e.caller].withdrawing)
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, credits, committeeVariables>>
=============================================================================
