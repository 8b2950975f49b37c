--------------------- MODULE FallbackControllerInstances ---------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, and      *)
(* events that are only asked about, as spec/actors/fallback-controller.md *)
(* lists them, up to a horizon.                                            *)
(***************************************************************************)
EXTENDS FallbackControllerProperties

CONSTANT Horizon   \* the last slot that is explored

-----------------------------------------------------------------------------
ProposalsWithProof(slots) ==
    {[name |-> "proposeWithProof", takesForced |-> t, slot |-> n] : t \in BOOLEAN, n \in slots \cap Nat}

Instances(s) ==
    {[name |-> "advanceSlot"] : n \in {s.slot} \cap 0..Horizon - 1}
    \cup {[name |-> n] : n \in {"propose", "claim", "forceInclusion", "settle"}}
    \cup {[name |-> "prove", takesForced |-> t, leavesPending |-> l] : t, l \in BOOLEAN}
    \cup ProposalsWithProof({s.provenSlot, s.provenSlot + 1, s.slot, s.slot + 1})

-----------------------------------------------------------------------------
\* Probes.

Probes(s, fields) ==
    ProposalsWithProof(UNION {{s[field] - 1, s[field], s[field] + 1} : field \in SlotFields})
=============================================================================
