---------------------------- MODULE ProposerTypes ----------------------------
(***************************************************************************)
(* What states and events of a proposer look like.  A state is a record    *)
(* of the variables of Proposer, an event is a record of its name and      *)
(* parameters.  Shapes are told in spec/actors/proposer.md.                *)
(***************************************************************************)
EXTENDS NodeRules

IsState(s) ==
    /\ DOMAIN s = {"slot", "phase", "held", "proposed", "attestations", "published", "signsFrom",
                   "view", "building"}
    /\ s.slot \in Slots
    /\ s.phase \in Elements(Phases)
    /\ IsHeld(s.held)
    /\ IsProposal(s.proposed)
    /\ IsNames(s.attestations)
    /\ s.published \in BOOLEAN
    /\ s.signsFrom \in Slots \cup {Len(Committees)}
    /\ IsView(s.view)
    /\ IsBuilding(s.building)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick                |-> {},
    follow              |-> {"view"},
    transactionVerified |-> {"transaction", "valid"},
    build               |-> {"transactions", "forced"},
    executed            |-> {"parent", "transactions", "forced"},
    receiveAttestation  |-> {"form", "signer", "proposal"},
    publish             |-> {},
    crash               |-> {"store"} ]

\* What is wrong with a message beside what it says.
AttestationForms == {"fits", "oversized", "version", "domain", "malformed", "signature"}

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ IsCommonEvent(e)
    /\ "form" \in DOMAIN e => e.form \in AttestationForms
=============================================================================
