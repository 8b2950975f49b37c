--------------------------- MODULE AllIsWithdrawn ---------------------------
\* Violates ChosenIsCalled.
\* A withdrawal is of all that is available, whatever was chosen (PROVE-7).
EXTENDS Escrow

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> s.view.available], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>
=============================================================================
