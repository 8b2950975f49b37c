--------------------------- MODULE FallbackEvents ---------------------------
(***************************************************************************)
(* The steps of Fallback as values, so that what is explored can be        *)
(* compared with another writing: every event, its refusals, its effects,  *)
(* and what it does.                                                       *)
(***************************************************************************)
EXTENDS Fallback

\* What happens is {name, node, ...}, where node is whose step it is, and caller who sent
\* what it is about.

IsOfBuilder(e) == e.name \in {"build", "proved", "submit", "giveUp"}
IsOfSeat(e) == e.name \in {"buildAsSeat", "proposeAsSeat", "attestAsSeat", "publishAsSeat"}

ProvenOf(e) == [caller |-> e.caller, block |-> e.block, isProven |-> e.isProven]
AttestedOf(e) == [caller |-> e.caller, proposal |-> e.block, signers |-> e.signers]

\* What the roles of a node are told.
BuilderTold(e) ==
    LET b == builder[e.node].building IN
    CASE e.name = "build" -> [name |-> "build", transactions |-> e.transactions, forced |-> e.forced]
      [] e.name = "proved" ->
            [name |-> "proved", slot |-> b.slot, parent |-> b.parent,
             transactions |-> b.transactions, forced |-> b.forced]
      [] e.name = "submit" -> [name |-> "submitBlock"]
      [] e.name = "giveUp" -> [name |-> "giveUp"]

\* What is built is executed at once.
ResultOf(b) ==
    [name |-> "executed", parent |-> b.parent, transactions |-> b.transactions, forced |-> b.forced]

SeatTold(e) ==
    CASE e.name = "buildAsSeat" -> [name |-> "build", transactions |-> e.transactions, forced |-> e.forced]
      [] e.name = "proposeAsSeat" -> ResultOf(proposer[e.node].building)
      [] e.name = "attestAsSeat" ->
            [name |-> "receiveAttestation", form |-> "fits", signer |-> e.node,
             proposal |-> proposer[e.node].proposed]
      [] e.name = "publishAsSeat" -> [name |-> "publish"]

Refusals(e) ==
    CASE e.name = "follow" -> FollowerRefusals(follower[e.node], [name |-> "readView", view |-> Shown])
      [] IsOfBuilder(e) -> BuilderRefusals(builder[e.node], BuilderTold(e))
      [] IsOfSeat(e) -> ProposerRefusals(proposer[e.node], SeatTold(e))
      [] e.name = "takeProven" -> ProvenRefusals(ProvenOf(e))
      [] e.name = "takeAttested" -> AttestedRefusals(AttestedOf(e))
      [] e.name = "claimEpoch" -> ClaimRefusals
      [] e.name = "proveEpoch" -> ProofRefusals
      [] OTHER -> {}

Effects(e) ==
    CASE e.name = "build" ->
            BuilderEffects(builder[e.node], BuilderTold(e))
                \o LET begun == BuilderAfter(builder[e.node], BuilderTold(e))
                   IN BuilderEffects(begun, ResultOf(begun.building))
      [] e.name # "build" /\ IsOfBuilder(e) -> BuilderEffects(builder[e.node], BuilderTold(e))
      [] IsOfSeat(e) -> ProposerEffects(proposer[e.node], SeatTold(e))
      [] OTHER -> <<>>

Step(e) ==
    CASE e.name = "follow" -> Follow(e.node)
      [] e.name = "crash" -> Crash(e.node, e.store)
      [] e.name = "build" -> Build(e.node, e.transactions, e.forced)
      [] e.name = "proved" -> Proved(e.node)
      [] e.name = "submit" -> Submit(e.node)
      [] e.name = "giveUp" -> GiveUp(e.node)
      [] e.name = "buildAsSeat" -> BuildAsSeat(e.node, e.transactions, e.forced)
      [] e.name = "proposeAsSeat" -> ProposeAsSeat(e.node)
      [] e.name = "attestAsSeat" -> AttestAsSeat(e.node)
      [] e.name = "publishAsSeat" -> PublishAsSeat(e.node)
      [] e.name = "takeProven" -> TakeProven(ProvenOf(e))
      [] e.name = "takeAttested" -> TakeAttested(AttestedOf(e))
      [] e.name = "claimEpoch" -> ClaimEpoch
      [] e.name = "proveEpoch" -> ProveEpoch
      [] e.name = "force" -> Force
      [] e.name = "reorganise" -> Reorganise
      [] e.name = "pass" -> Pass
=============================================================================
