------------------------------ MODULE NodeTypes ------------------------------
(***************************************************************************)
(* Of what the roles of a node in one slot are made: their parameters, and *)
(* what proposals look like.  Shapes are told in spec/actors/attester.md.  *)
(***************************************************************************)
EXTENDS NodeLists

CONSTANTS
    Self,               \* the own key
    Committees,         \* per slot, its committee in order
    Proposers           \* per slot, its proposer

ASSUME SlotsHaveMembers ==
    /\ DOMAIN Committees = DOMAIN Proposers
    /\ \A n \in DOMAIN Committees : Committees[n] # <<>> /\ HasNothingTwice(Committees[n])

Slots == 0..Len(Committees) - 1
CommitteeOf(slot) == Committees[slot + 1]
ProposerOf(slot) == Proposers[slot + 1]

-----------------------------------------------------------------------------
\* Values.

Phases == <<"build", "attest", "publish", "closed">>

NoProposal == [
    slot          |-> -1,
    timestampSlot |-> -1,
    parent        |-> Genesis,
    transactions  |-> <<>>,
    forced        |-> 0,
    root          |-> <<>>,
    blobs         |-> "match" ]

IsProposal(p) ==
    /\ DOMAIN p = DOMAIN NoProposal
    /\ {p.slot, p.timestampSlot} \subseteq {-1} \cup Nat
    /\ IsBlock(p.parent)
    /\ IsNames(p.transactions)
    /\ p.forced \in Nat
    /\ IsNames(p.root)
    /\ p.blobs \in {"match", "other"}

-----------------------------------------------------------------------------
\* Events that the roles have in common: what of them is not a name.

IsCommonEvent(e) ==
    /\ IsPlainEvent(e)
    /\ "signer" \in DOMAIN e => e.signer \in STRING
    /\ "proposal" \in DOMAIN e => IsProposal(e.proposal)
=============================================================================
