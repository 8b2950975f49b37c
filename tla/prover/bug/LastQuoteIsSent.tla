-------------------------- MODULE LastQuoteIsSent ---------------------------
\* Violates ChosenIsQuoted.
\* With a quote the one before it is sent (QUOTE-8).
EXTENDS Quote

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(s.quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>
=============================================================================
