---------------------------- MODULE EpochEvents ----------------------------
(***************************************************************************)
(* The steps of Epoch as values, so that what is explored can be compared  *)
(* with another writing: every event, its refusals, its effects, and what  *)
(* it does.                                                                *)
(***************************************************************************)
EXTENDS Epoch

\* What happens is {name, node, ...}, where node is whose step it is, and signer or caller
\* who sent what it is about.

IsOfNode(e) == e.name \in {"follow", "crash"}
IsOfClaimant(e) == e.name \in {"receiveQuote", "claim"}
IsOfProver(e) ==
    e.name \in {"transactionVerified", "quote", "prove", "proved", "submitProof", "startWithdrawal",
                "executeWithdrawal"}

ClaimOf(e) == [caller |-> e.caller, quote |-> e.quote]
LandingCall(e) == [prover |-> e.prover, call |-> e.call, amount |-> e.amount]

\* What the roles of a node are told.
ClaimantTold(e) ==
    CASE e.name = "follow" -> [name |-> e.name, view |-> ClaimView]
      [] e.name = "crash" -> [name |-> e.name, store |-> e.store]
      [] e.name = "receiveQuote" -> [name |-> e.name, form |-> "fits", signer |-> e.signer, quote |-> e.quote]
      [] e.name = "claim" -> [name |-> e.name]

ProverTold(e) ==
    CASE e.name = "follow" -> [name |-> e.name, view |-> ProveViewOf(e.node)]
      [] e.name = "crash" -> [name |-> e.name, store |-> e.store]
      [] e.name = "transactionVerified" -> [name |-> e.name, transaction |-> e.transaction, valid |-> TRUE]
      [] e.name = "quote" ->
            [name |-> e.name, validUntilSlot |-> e.validUntilSlot, bond |-> e.bond, fee |-> e.fee]
      [] e.name = "proved" ->
            [name |-> e.name, epoch |-> prover[e.node].proving.epoch, tip |-> prover[e.node].proving.tip]
      [] e.name = "startWithdrawal" -> [name |-> e.name, amount |-> e.amount]
      [] e.name \in {"prove", "submitProof", "executeWithdrawal"} -> [name |-> e.name]

Refusals(e) ==
    CASE IsOfClaimant(e) -> ClaimantRefusals(e.node, claimant[e.node], ClaimantTold(e))
      [] IsOfProver(e) -> ProverRefusals(e.node, prover[e.node], ProverTold(e))
      [] e.name = "land" -> LandRefusals
      [] e.name = "takeClaim" -> L1Refusals(ClaimOf(e))
      [] e.name = "takeProof" -> ProofRefusals(e.tip)
      [] e.name = "takeCall" -> CallRefusals(LandingCall(e))
      [] OTHER -> {}

\* Of an event of the node those of its roles, the claimant's first.
Effects(e) ==
    CASE IsOfClaimant(e) -> ClaimantEffects(e.node, claimant[e.node], ClaimantTold(e))
      [] IsOfProver(e) -> ProverEffects(e.node, prover[e.node], ProverTold(e))
      [] IsOfNode(e) ->
            (IF e.node \in Claimants
             THEN ClaimantEffects(e.node, claimant[e.node], ClaimantTold(e)) ELSE <<>>)
                \o (IF e.node \in HonestProvers
                    THEN ProverEffects(e.node, prover[e.node], ProverTold(e)) ELSE <<>>)
      [] OTHER -> <<>>

Step(e) ==
    CASE e.name = "follow" -> Follow(e.node)
      [] e.name = "crash" -> Crash(e.node, e.store)
      [] e.name = "receiveQuote" -> ReceiveQuote(e.node, e.signer, e.quote)
      [] e.name = "claim" -> HandIn(e.node)
      [] e.name = "transactionVerified" -> TransactionVerified(e.node, e.transaction)
      [] e.name = "quote" -> Quote(e.node, e.validUntilSlot, e.bond, e.fee)
      [] e.name = "prove" -> Prove(e.node)
      [] e.name = "proved" -> Proved(e.node)
      [] e.name = "submitProof" -> SubmitProof(e.node)
      [] e.name = "startWithdrawal" -> StartWithdrawal(e.node, e.amount)
      [] e.name = "executeWithdrawal" -> ExecuteWithdrawal(e.node)
      [] e.name = "block" -> Block
      [] e.name = "miss" -> Miss
      [] e.name = "land" -> Land
      [] e.name = "takeClaim" -> TakeClaim(ClaimOf(e))
      [] e.name = "takeProof" -> TakeProof(e.tip)
      [] e.name = "takeCall" -> TakeCall(LandingCall(e))
      [] e.name = "reorganise" -> Reorganise(e.depth, e.landed)
      [] e.name = "tick" -> Pass
=============================================================================
