---------------------------- MODULE AttesterTypes ----------------------------
(***************************************************************************)
(* What states and events of an attester look like.  A state is a record   *)
(* of the variables of Attester, an event is a record of its name and      *)
(* parameters.  Shapes are told in spec/actors/attester.md.                *)
(***************************************************************************)
EXTENDS NodeRules

IsState(s) ==
    /\ DOMAIN s = {"slot", "phase", "held", "signed", "signsFrom", "view", "work"}
    /\ s.slot \in Slots
    /\ s.phase \in Elements(Phases)
    /\ IsHeld(s.held)
    /\ IsProposal(s.signed)
    /\ s.signsFrom \in Slots \cup {Len(Committees)}
    /\ IsView(s.view)
    /\ IsProposal(s.work)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick                |-> {},
    follow              |-> {"view"},
    transactionVerified |-> {"transaction", "valid"},
    receiveProposal     |-> {"form", "signer", "proposal"},
    executed            |-> {"parent", "transactions", "forced"},
    crash               |-> {"store"} ]

\* What is wrong with a message beside what it says.
ProposalForms == {"fits", "oversized", "version", "domain", "malformed", "list", "signature"}

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ IsCommonEvent(e)
    /\ "form" \in DOMAIN e => e.form \in ProposalForms
=============================================================================
