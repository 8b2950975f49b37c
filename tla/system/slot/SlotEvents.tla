---------------------------- MODULE SlotEvents -----------------------------
(***************************************************************************)
(* The steps of Slot as values, so that what is explored can be compared   *)
(* with another writing: every event, its refusals, its effects, and what  *)
(* it does.                                                                *)
(***************************************************************************)
EXTENDS Slot

\* What happens is {name, node, ...}, where node is whose step it is, and signer or caller
\* who sent what it is about.

IsOfNode(e) == e.name \in {"transactionVerified", "follow", "crash"}
IsOfAttester(e) == e.name \in {"receiveProposal", "attest"}
IsOfProposer(e) == e.name \in {"build", "propose", "receiveAttestation", "publish"}

BlockOf(e) == [caller |-> e.caller, proposal |-> e.proposal, signers |-> e.signers]

\* What the role of the node is told.
Told(e) ==
    CASE e.name = "transactionVerified" ->
            [name |-> e.name, transaction |-> e.transaction, valid |-> e.valid]
      [] e.name = "follow" -> [name |-> e.name, view |-> e.view]
      [] e.name = "crash" -> [name |-> e.name, store |-> e.store]
      [] e.name \in {"receiveProposal", "receiveAttestation"} ->
            [name |-> e.name, form |-> "fits", signer |-> e.signer, proposal |-> e.proposal]
      [] e.name = "attest" -> ResultOf(attester[e.node].work)
      [] e.name = "propose" -> ResultOf(proposer[e.node].building)
      [] e.name = "build" -> [name |-> e.name, transactions |-> e.transactions, forced |-> e.forced]
      [] e.name \in {"publish", "tick"} -> [name |-> e.name]

Refusals(e) ==
    CASE IsOfNode(e) \/ IsOfAttester(e) -> AttesterRefusals(e.node, attester[e.node], Told(e))
      [] IsOfProposer(e) -> ProposerRefusals(e.node, proposer[e.node], Told(e))
      [] e.name = "take" -> L1Refusals(BlockOf(e))
      [] OTHER -> {}

\* Of an event of the node those of its roles, the attester's first.
Effects(e) ==
    CASE IsOfAttester(e) -> AttesterEffects(e.node, attester[e.node], Told(e))
      [] IsOfProposer(e) -> ProposerEffects(e.node, proposer[e.node], Told(e))
      [] IsOfNode(e) ->
            AttesterEffects(e.node, attester[e.node], Told(e))
                \o (IF e.node \in HonestProposers
                    THEN ProposerEffects(e.node, proposer[e.node], Told(e)) ELSE <<>>)
      [] OTHER -> <<>>

Step(e) ==
    CASE e.name = "transactionVerified" -> TransactionVerified(e.node, e.transaction, e.valid)
      [] e.name = "follow" -> Follow(e.node)
      [] e.name = "crash" -> Crash(e.node, e.store)
      [] e.name = "receiveProposal" -> ReceiveProposal(e.node, e.signer, e.proposal)
      [] e.name = "attest" -> Attest(e.node)
      [] e.name = "build" -> Build(e.node, e.transactions, e.forced)
      [] e.name = "propose" -> Propose(e.node)
      [] e.name = "receiveAttestation" -> ReceiveAttestation(e.node, e.signer, e.proposal)
      [] e.name = "publish" -> Publish(e.node)
      [] e.name = "take" -> Take(BlockOf(e))
      [] e.name = "tick" -> Pass
=============================================================================
