---------------------------- MODULE LiveFallback ----------------------------
(***************************************************************************)
(* The queue and fallback with time that never ends.  What is due is       *)
(* carried out in every slot (that nobody can tell is PRUNE-4), so that    *)
(* nothing which matters is older than some epochs: slots are counted from *)
(* there, a proven tip of a slot before is as genesis, and of the queue    *)
(* only what waits is kept.  So the graph is finite without being cut.     *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"       slots pass for ever;                                     *)
(*   "builder"    somebody who could publish a fallback block again and    *)
(*                again does so in the end, and may miss any number of     *)
(*                sessions before;                                         *)
(*   "committee"  the same of the committee and its blocks.                *)
(*                                                                         *)
(* Left out: claims, escrow accounts, rewards, sampling, changes of the    *)
(* validators, and that more than one transaction waits.  The constants    *)
(* are those of profile based, whose forced transactions are due at once.  *)
(***************************************************************************)
EXTENDS L1RollupTables, BasedValues

CONSTANT Assumed   \* which of the assumptions hold
ASSUME Assumed \subseteq {"time", "builder", "committee"}

VARIABLE event   \* the event that was accepted last
vars == <<rollupVariables, event>>

-----------------------------------------------------------------------------
\* Events: those that are meant to pass.

Members == InForce(State).members
AllThatWaits(s) == Len(s.queue) - Gone(s)

Proposal ==
    LET eff == Effective(State) IN [
    name          |-> "propose",
    caller        |-> Proposer(State, Members),
    committee     |-> Members,
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> Tip(eff),
    content       |-> "a",
    blobs         |-> "match",
    forced        |-> AllThatWaits(eff),
    forcedHash    |-> "match",
    attestations  |-> Members ]

Proof == [
    name   |-> "submitEpochProof",
    caller |-> "stranger",
    from   |-> proven,
    to     |-> EpochEnd(Effective(State)),
    valid  |-> TRUE ]

FallbackProposal ==
    LET eff == Effective(State) IN [
    name          |-> "proposeWithProof",
    caller        |-> "stranger",
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> proven,
    content       |-> "a",
    blobs         |-> "match",
    forced        |-> AllThatWaits(eff),
    forcedHash    |-> "match",
    valid         |-> TRUE ]

Entry == [
    name        |-> "forceInclusion",
    caller      |-> "stranger",
    transaction |-> "t1",
    data        |-> "fits",
    valid       |-> TRUE ]

-----------------------------------------------------------------------------
\* Time.

Epochs == 4
ASSUME EpochsHoldWhatMatters ==
    {FallbackEnterSlots, FallbackExitSlots} \subseteq 0..(Epochs - 1) * SlotsPerEpoch

\* A state whose slot is not less than so many epochs, counted one epoch later.
Shifted(s) ==
    LET epochs == IF s.slot < Epochs * SlotsPerEpoch THEN 0 ELSE 1
        slots == epochs * SlotsPerEpoch
        since(n) == IF n = NoSlot THEN NoSlot ELSE n - slots
        moved(block) == [block EXCEPT !.slot = @ - slots]
        dated(entry) == [entry EXCEPT !.includedByEpoch = Max(0, @ - epochs)]
    IN [s EXCEPT
        !.slot = @ - slots,
        !.proven = Genesis,
        !.pending = [i \in DOMAIN @ |-> moved(@[i])],
        !.queue = IF ForcedWaits(s) THEN [i \in DOMAIN @ |-> dated(@[i])] ELSE <<>>,
        !.taken = IF ForcedWaits(s) THEN @ ELSE 0,
        !.fallback = [countedFrom |-> since(@.countedFrom),
                      entered     |-> since(@.entered),
                      advanced    |-> since(@.advanced)]]

SlotPasses ==
    /\ \E due \in {Effective([State EXCEPT !.slot = @ + 1])} :
        \E next \in {Shifted(due)} : Becomes(next)
    /\ event' = [name |-> "advanceSlot"]

-----------------------------------------------------------------------------
\* Bound to values by \E, as in Step.
Happens(events) == \E e \in events : Step(e) /\ event' = e

SomebodyProposes == Happens({Proposal})
SomebodyProves   == Happens({Proof})
SomebodyBuilds   == Happens({FallbackProposal})
SomebodyEnters   == queue = <<>> /\ Happens({Entry})

LiveInit == Init /\ event = [name |-> "init"]

LiveNext ==
    \/ SlotPasses
    \/ SomebodyProposes
    \/ SomebodyProves
    \/ SomebodyBuilds
    \/ SomebodyEnters

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ SF_vars("builder" \in Assumed /\ SomebodyBuilds)
    /\ SF_vars("committee" \in Assumed /\ SomebodyProposes)

FallbackSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds in the end.

TransactionWaits == ForcedWaits(State)
NothingWaits == ~ForcedWaits(State)
InFallback == InSession(Effective(State).fallback)
CommitteeBuilt == event.name = "propose"

\* FALLBACK-1, FALLBACK-8, QUEUE-7, QUEUE-8: whatever the committee does, a
\* transaction that was forced is proven.
ForcedAreProven == TransactionWaits ~> NothingWaits

\* FALLBACK-6, FALLBACK-7: however long anybody builds, the committee goes on.
CommitteeGoesOn == InFallback ~> CommitteeBuilt

-----------------------------------------------------------------------------
\* Relative time is bounded.
LiveTypeOK ==
    /\ slot \in 0..Epochs * SlotsPerEpoch - 1
    /\ IsState(State)
    /\ Len(queue) <= 1
=============================================================================
