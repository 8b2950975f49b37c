---------------------------- MODULE HeldIsProven ----------------------------
\* Violates AskedIsProven.
\* What is proven is all that is held, and not the epoch (PROVE-4).
EXTENDS Prove

BuggyEffects(s, e) ==
    CASE e.name = "gather"            -> Requests(s)
      [] e.name = "quote"             -> <<Offer(After(s, e).quoted)>>
      [] e.name = "prove"             -> <<Proving(TargetOf(s.view), s.held)>>
      [] e.name = "submitProof"       -> <<ProofCall(s)>>
      [] e.name = "deposit"           ->
             <<EscrowCall("deposit", [call |-> "deposit", amount |-> e.amount], s.slot)>>
      [] e.name = "startWithdrawal"   ->
             <<EscrowCall("withdrawal", [call |-> "startWithdrawal", amount |-> e.amount], s.slot)>>
      [] e.name = "executeWithdrawal" ->
             <<EscrowCall("payout", [call |-> "executeWithdrawal"], s.slot)>>
      [] e.name \in {"tick", "follow", "transactionVerified", "proved", "crash"} -> <<>>
=============================================================================
