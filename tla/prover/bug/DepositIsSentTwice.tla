------------------------- MODULE DepositIsSentTwice -------------------------
\* Violates ChosenIsCalled.
\* A deposit is handed to L1 twice in one step (PROVE-6).
EXTENDS Escrow

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             [i \in 1..2 |-> EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)]
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>
=============================================================================
