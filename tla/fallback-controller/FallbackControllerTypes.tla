----------------------- MODULE FallbackControllerTypes -----------------------
(***************************************************************************)
(* Of what the fallback controller is made: its parameters, and what       *)
(* states and events look like.  A state is a record of the variables of   *)
(* FallbackController, an event is a record of its name and parameters.    *)
(* Shapes are told in spec/actors/fallback-controller.md.                  *)
(***************************************************************************)
EXTENDS FallbackTiming

CONSTANTS
    SlotsPerEpoch,     \* count of slots, TIME-2
    ClaimWindowSlots,  \* count of slots: C, CLAIM-1
    CountFrom,         \* FALLBACK-2: "advance" or "provenBlock"
    IdleChain,         \* FALLBACK-2: "counts", "whileWaiting" or "whilePending"
    ClaimAtEntry       \* FALLBACK-3: "kept", "returned" or "slashed"

ASSUME EpochsHaveSlots == {SlotsPerEpoch, ClaimWindowSlots} \subseteq Nat \ {0}
\* A prover needs time after the claim window.
ASSUME ClaimWindowIsPartOfEpoch == ClaimWindowSlots < SlotsPerEpoch
ASSUME ReadingsAreKnown ==
    /\ CountFrom \in {"advance", "provenBlock"}
    /\ IdleChain \in {"counts", "whileWaiting", "whilePending"}
    /\ ClaimAtEntry \in {"kept", "returned", "slashed"}

-----------------------------------------------------------------------------
\* States.

SlotFields == {"slot", "countedFrom", "entered", "advanced", "provenSlot", "pending", "claimDeadline"}
IsState(s) ==
    /\ DOMAIN s = SlotFields \cup {"forced", "bonds"}
    /\ s.slot \in Nat
    /\ \A field \in SlotFields : s[field] \in Nat \cup {NoSlot}
    /\ s.forced \in BOOLEAN
    /\ DOMAIN s.bonds = {"returned", "slashed"}
    /\ {s.bonds.returned, s.bonds.slashed} \subseteq {0, 1}

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    advanceSlot      |-> {},
    propose          |-> {},
    claim            |-> {},
    prove            |-> {"takesForced", "leavesPending"},
    proposeWithProof |-> {"takesForced", "slot"},
    forceInclusion   |-> {},
    settle           |-> {} ]

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ \A field \in DOMAIN e \ {"name", "slot"} : e[field] \in BOOLEAN
    /\ "slot" \in DOMAIN e => e.slot \in Nat
=============================================================================
