------------------------ MODULE PayoutIsAWithdrawal -------------------------
\* Violates ChosenIsCalled.
\* At the end of a withdrawal what was withdrawing is withdrawn again (PROVE-7).
EXTENDS Escrow

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "startWithdrawal", amount |-> s.view.withdrawing], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>
=============================================================================
