------------------------ MODULE RestartSendsTheQuote ------------------------
\* Violates ChosenIsQuoted.
\* After a crash the quote is sent again (QUOTE-8).
EXTENDS Quote

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(After(s, e).proving, s.view.transactions)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name = "crash"             -> <<Offer(s.quoted)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved"} -> <<>>
=============================================================================
