----------------------- MODULE FallbackControllerRules -----------------------
(***************************************************************************)
(* The rules of the fallback controller as operators of a state value:     *)
(* which checks refuse an event, and the state after it.  There are no     *)
(* variables here, so that any state and any event can be asked about,     *)
(* reachable or not; FallbackController makes an actor of them.            *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: who calls, what blocks and proofs hold (FALLBACK-10,          *)
(* FALLBACK-11, FALLBACK-13), rewards (FALLBACK-15), committees            *)
(* (FALLBACK-16), and how many entries the queue has.                      *)
(***************************************************************************)
EXTENDS FallbackControllerTypes

Max(a, b) == IF a > b THEN a ELSE b

\* Time, TIME-2.
Epoch(slot) == slot \div SlotsPerEpoch
Offset(slot) == slot % SlotsPerEpoch
FirstSlotOf(epoch) == epoch * SlotsPerEpoch
LastSlotOf(epoch) == FirstSlotOf(epoch + 1) - 1

\* PRUNE-2: the first slot in which an epoch can no longer be proven.
Deadline(epoch) == FirstSlotOf(epoch + 2)

\* What is counted, as a value of its own.
Timing(s) == [countedFrom |-> s.countedFrom, entered |-> s.entered, advanced |-> s.advanced]
WithTiming(s, c) ==
    [s EXCEPT !.countedFrom = c.countedFrom, !.entered = c.entered, !.advanced = c.advanced]

\* FALLBACK-2: whether there is something for which slots are counted.
IsWaiting(s) ==
    CASE IdleChain = "counts"       -> TRUE
      [] IdleChain = "whileWaiting" -> s.forced \/ s.pending # NoSlot
      [] IdleChain = "whilePending" -> s.pending # NoSlot

-----------------------------------------------------------------------------
\* What the chain makes due in slot t, before any change of mode.

\* PRUNE-3.
ClaimEnds(s, t) == s.claimDeadline # NoSlot /\ t >= s.claimDeadline
BondSlashed(s) == [s EXCEPT !.claimDeadline = NoSlot, !.bonds.slashed = 1]

PruneDue(s, t) ==
    /\ s.pending # NoSlot
    /\ \/ /\ Epoch(t) = Epoch(s.pending) + 1              \* PRUNE-1
          /\ s.claimDeadline = NoSlot
          /\ Offset(t) >= ClaimWindowSlots
       \/ t >= Deadline(Epoch(s.pending))                 \* PRUNE-2

\* FALLBACK-2: what waited was not proven, so that a prune stops no count, but
\* where only a pending chain is counted against.
Pruned(s) ==
    LET left == [s EXCEPT !.pending = NoSlot]
    IN IF IdleChain = "whilePending" THEN WithTiming(left, Idle) ELSE left

ChainSettled(s, t) ==
    LET claimed == IF ClaimEnds(s, t) THEN BondSlashed(s) ELSE s
    IN IF PruneDue(claimed, t) THEN Pruned(claimed) ELSE claimed

-----------------------------------------------------------------------------
\* What one slot t does: the chain, then the entry, then the exit.

\* FALLBACK-3: the claim that an entry waits for.
ClaimWaitedFor(s) == IF ClaimAtEntry = "kept" THEN s.claimDeadline ELSE NoSlot

\* FALLBACK-3: what becomes of a claim that is live at the entry; under "kept"
\* none is.
ClaimEnded(s) ==
    IF s.claimDeadline = NoSlot THEN s
    ELSE IF ClaimAtEntry = "slashed" THEN BondSlashed(s)
    ELSE [s EXCEPT !.claimDeadline = NoSlot, !.bonds.returned = 1]

\* FALLBACK-4.
PendingDropped(s) == [s EXCEPT !.pending = NoSlot]

ModeSettled(s, t) ==
    LET before == Timing(s)
        after == SlotPassed(before, t, ClaimWaitedFor(s), IsWaiting(s))
        isEntry == InSession(after) /\ ~InSession(before)
    IN WithTiming(IF isEntry THEN PendingDropped(ClaimEnded(s)) ELSE s, after)

SlotSettled(s, t) == ModeSettled(ChainSettled(s, t), t)

-----------------------------------------------------------------------------
\* What time alone made due until now, FALLBACK-8: slot by slot from the first
\* that the state names, in halves as in FallbackTiming.

\* Nothing ever becomes due.
Rests(s) == s.pending = NoSlot /\ IsIdle(Timing(s))

Earliest(s) ==
    LET named == {s.countedFrom, s.advanced, s.pending} \ {NoSlot}
    IN CHOOSE slot \in named : \A other \in named : slot <= other

RECURSIVE SlotsSettled(_, _, _)
SlotsSettled(s, t, until) ==
    IF t > until \/ Rests(s) THEN s
    ELSE IF t = until THEN SlotSettled(s, t)
    ELSE LET middle == (t + until) \div 2
         IN SlotsSettled(SlotsSettled(s, t, middle), middle + 1, until)

Effective(s) == IF Rests(s) THEN s ELSE SlotsSettled(s, Earliest(s), s.slot)

\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

-----------------------------------------------------------------------------
\* Below, `eff` is the effective state.

OutOfSession(eff) == Require(~InSession(Timing(eff)), "FallbackActive")       \* FALLBACK-5

AdvanceSlot(s) == [s EXCEPT !.slot = @ + 1]                                   \* TIME-3

-----------------------------------------------------------------------------
\* propose.

ProposeRefusals(eff) == UNION {
    OutOfSession(eff),
    Require(eff.slot \notin {eff.pending, eff.provenSlot}, "SlotTaken") }     \* PROPOSE-6

Propose(eff) ==
    WithTiming([eff EXCEPT !.pending = IF @ = NoSlot THEN eff.slot ELSE @],   \* PROPOSE-12
               Waits(Timing(eff), eff.slot))                                  \* FALLBACK-2

-----------------------------------------------------------------------------
\* claim.

HasEnded(eff) == Epoch(eff.pending) < Epoch(eff.slot)

ClaimRefusals(eff) == UNION {
    OutOfSession(eff),
    Require(eff.pending # NoSlot /\ HasEnded(eff), "NothingToClaim"),         \* CLAIM-2
    Require(Offset(eff.slot) < ClaimWindowSlots, "ClaimWindowClosed"),        \* CLAIM-1
    Require(eff.claimDeadline = NoSlot, "ClaimAlreadyMade") }                 \* CLAIM-4

Claim(eff) == [eff EXCEPT !.claimDeadline = Deadline(Epoch(eff.pending))]     \* CLAIM-10

-----------------------------------------------------------------------------
\* prove: takesForced, leavesPending.

ProveRefusals(eff, e) == UNION {
    Require(eff.pending # NoSlot, "NothingToProve"),                          \* PROOF-1
    Require(eff.pending # NoSlot => HasEnded(eff), "EpochNotEnded"),          \* PROOF-2
    \* A block beyond the epoch is of a slot before this one.
    Require(e.leavesPending => Offset(eff.slot) > 0, "NothingPending") }

\* FALLBACK-2: a proven block is older than what its proof is counted from.
ProofCountedFrom(eff, lastSlot) ==
    IF CountFrom = "advance" THEN eff.slot ELSE Max(lastSlot, eff.countedFrom)

Prove(eff, e) ==
    LET lastSlot == LastSlotOf(Epoch(eff.pending))
        proven == [eff EXCEPT
            !.provenSlot = lastSlot,                                          \* PROOF-6
            !.pending = IF e.leavesPending THEN FirstSlotOf(Epoch(eff.slot)) ELSE NoSlot,
            !.claimDeadline = NoSlot,                                         \* PROOF-7
            !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), ProofCountedFrom(eff, lastSlot), IsWaiting(proven)))

-----------------------------------------------------------------------------
\* proposeWithProof: takesForced, slot.

ProposeWithProofRefusals(eff, e) == UNION {
    Require(InSession(Timing(eff)), "FallbackNotActive"),                     \* FALLBACK-9
    Require(e.slot <= eff.slot, "SlotInFuture"),                              \* FALLBACK-12
    Require(e.slot > eff.provenSlot, "SlotTaken") }                           \* PROPOSE-6

ProposeWithProof(eff, e) ==
    LET proven == [eff EXCEPT !.provenSlot = e.slot, !.forced = @ /\ ~e.takesForced]
    IN WithTiming(proven, Advances(Timing(eff), eff.slot, IsWaiting(proven))) \* FALLBACK-14

-----------------------------------------------------------------------------
\* forceInclusion.

ForceInclusion(eff) ==
    LET forced == [eff EXCEPT !.forced = TRUE]
    IN IF IdleChain = "whilePending" THEN forced
       ELSE WithTiming(forced, Waits(Timing(eff), eff.slot))                  \* FALLBACK-2

-----------------------------------------------------------------------------
\* An event by its name: its refusals, and the state after it, which means
\* something only where nothing refuses it.  `eff` is the effective state of s,
\* for those who ask about many events of one state.

RefusalsGiven(s, eff, e) ==
    CASE e.name = "advanceSlot"      -> {}
      [] e.name = "propose"          -> ProposeRefusals(eff)
      [] e.name = "claim"            -> ClaimRefusals(eff)
      [] e.name = "prove"            -> ProveRefusals(eff, e)
      [] e.name = "proposeWithProof" -> ProposeWithProofRefusals(eff, e)
      [] e.name = "forceInclusion"   -> {}
      [] e.name = "settle"           -> Require(eff # s, "NothingDue")

AfterGiven(s, eff, e) ==
    CASE e.name = "advanceSlot"      -> AdvanceSlot(s)
      [] e.name = "propose"          -> Propose(eff)
      [] e.name = "claim"            -> Claim(eff)
      [] e.name = "prove"            -> Prove(eff, e)
      [] e.name = "proposeWithProof" -> ProposeWithProof(eff, e)
      [] e.name = "forceInclusion"   -> ForceInclusion(eff)
      [] e.name = "settle"           -> eff

Refusals(s, e) == RefusalsGiven(s, Effective(s), e)
After(s, e) == AfterGiven(s, Effective(s), e)

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable.

Coherent(s) ==
    /\ IsTiming(Timing(s), s.slot)
    \* Blocks ascend, and none is of the future.
    /\ s.provenSlot <= s.slot
    /\ s.pending # NoSlot => s.pending \in s.provenSlot + 1..s.slot
    \* A claim is for the epoch of the first pending block, made after it.
    /\ s.claimDeadline # NoSlot =>
        /\ s.pending # NoSlot
        /\ HasEnded(s)
        /\ s.claimDeadline = Deadline(Epoch(s.pending))
    \* In a session the proven chain is all there is; out of one what waits is
    \* counted against, and what is counted does.  A prune leaves the count.
    /\ InSession(Timing(s)) => s.pending = NoSlot
    /\ FallbackEnterSlots > 0 /\ ~InSession(Timing(s)) /\ IsWaiting(s) => IsCounted(Timing(s))
    /\ IdleChain = "whilePending" /\ IsCounted(Timing(s)) => s.pending # NoSlot
    \* What is pending was proposed after the last proven block and the last exit.
    /\ CountFrom = "provenBlock" /\ IsCounted(Timing(s)) /\ s.pending # NoSlot =>
        s.countedFrom <= s.pending

-----------------------------------------------------------------------------
\* The state after deployment.
Initial == WithTiming(
    [slot          |-> 0,
     countedFrom   |-> NoSlot,
     entered       |-> NoSlot,
     advanced      |-> NoSlot,
     provenSlot    |-> NoSlot,
     pending       |-> NoSlot,
     forced        |-> FALSE,
     claimDeadline |-> NoSlot,
     bonds         |-> [returned |-> 0, slashed |-> 0]],
    IF IdleChain = "counts" THEN CountedFrom(0) ELSE Idle)
=============================================================================
