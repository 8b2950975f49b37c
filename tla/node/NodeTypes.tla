------------------------------ MODULE NodeTypes ------------------------------
(***************************************************************************)
(* Of what the roles of a node in one slot are made: their parameters, and *)
(* what proposals look like.  Shapes are told in spec/actors/attester.md.  *)
(***************************************************************************)
EXTENDS NodeHeld

CONSTANTS
    Self,               \* the own key
    Committees,         \* per slot, its committee in order
    Proposers,          \* per slot, its proposer
    MinTxPerBlock,      \* BUILD-13
    ForcedMinimum       \* QUEUE-7: m

ASSUME SlotsHaveMembers ==
    /\ DOMAIN Committees = DOMAIN Proposers
    /\ \A n \in DOMAIN Committees : Committees[n] # <<>> /\ HasNothingTwice(Committees[n])
ASSUME MinimaAreCounts == {MinTxPerBlock, ForcedMinimum} \subseteq Nat

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
    /\ "view" \in DOMAIN e => IsView(e.view)
    /\ "transaction" \in DOMAIN e => e.transaction \in STRING
    /\ "valid" \in DOMAIN e => e.valid \in BOOLEAN
    /\ "signer" \in DOMAIN e => e.signer \in STRING
    /\ "proposal" \in DOMAIN e => IsProposal(e.proposal)
    /\ "parent" \in DOMAIN e => IsBlock(e.parent)
    /\ "transactions" \in DOMAIN e => IsNames(e.transactions)
    /\ "forced" \in DOMAIN e => e.forced \in Nat
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}
=============================================================================
