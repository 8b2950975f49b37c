-------------------- MODULE FallbackControllerProperties --------------------
(***************************************************************************)
(* What must hold of the fallback controller, whatever the checks that     *)
(* bring it about: nothing here looks at refusals, except the property     *)
(* that refused events do not happen.  Invariants speak of states.  Action *)
(* properties, [][...]_vars, speak of steps and of the event that led to   *)
(* them.                                                                   *)
(*                                                                         *)
(* A property that a reading gives up says so in front, and                *)
(* FallbackControllerReach shows that it does.                             *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/fallback-controller/bug that violates it, and each conjunct one     *)
(* that only it sees.                                                      *)
(***************************************************************************)
EXTENDS FallbackController

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event        \* the event that was accepted last
VARIABLE live         \* the state in effect: what the stored one comes to
VARIABLE since        \* out of a session, the slot in which the last advance, the last
                      \* exit or the first thing that waits after them was; -1 while
                      \* nothing has waited since
VARIABLE idleEntries  \* how many entries came though nothing had waited
VARIABLE accepted     \* how many events were accepted: one that changes nothing
                      \* else is a step all the same

vars == <<controllerVariables, event, live, since, idleEntries, accepted>>

Open(s) == s.entered # NoSlot
SomethingWaits(s) == s.forced \/ s.pending # NoSlot

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ live = Initial
    /\ since = NoSlot
    /\ idleEntries = 0
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E eff \in {Effective(State')} : live' = eff
    /\ LET begins == IF SomethingWaits(live') THEN slot' ELSE NoSlot
       IN since' = CASE Open(live')                       -> NoSlot
                     [] Open(live) \/ e.name = "prove"    -> begins
                     [] since = NoSlot                    -> begins
                     [] OTHER                             -> since
    /\ idleEntries' = idleEntries + (IF Open(live') /\ ~Open(live) /\ since = NoSlot THEN 1 ELSE 0)
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Entry == ~Open(live) /\ Open(live')
Exit == Open(live) /\ ~Open(live')

-----------------------------------------------------------------------------
HasFallback == FallbackEnterSlots > 0

\* A claim or a proof of the pending chain's epoch may still come in slot t.
CanStillBeProven(s, t) ==
    t < (Epoch(s.pending) + 1) * SlotsPerEpoch
        + (IF s.claimDeadline = NoSlot THEN ClaimWindowSlots ELSE SlotsPerEpoch)

\* FALLBACK-17: by how many epochs T_enter lets a proposer delay what is forced.
DelayEpochs == Max(FallbackEnterSlots \div SlotsPerEpoch - 2, 0)

\* FALLBACK-18: how many slots a proof of a block may take.
ProofSlots == FallbackExitActivitySlots - 1

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* FALLBACK-1: a deployment without fallback has none.
NoFallbackIsNone == ~HasFallback => live.countedFrom = NoSlot /\ ~Open(live)

\* FALLBACK-2: what the slots are counted from.
CountIsOfWhatWaits ==
    HasFallback /\ CountFrom = "advance" /\ IdleChain = "whileWaiting" => live.countedFrom = since

\* FALLBACK-2: a chain in which nothing waits does not swing in and out.
IdleChainsStayOut == IdleChain # "counts" => idleEntries = 0

\* FALLBACK-1, FALLBACK-2, FALLBACK-3: whatever a committee does or leaves, T_enter
\* slots are all that it has, and beyond them what a live claim has.
CommitteesAreReplaced ==
    HasFallback /\ IdleChain # "whilePending" /\ since # NoSlot /\ slot >= since + FallbackEnterSlots
        => ClaimAtEntry = "kept" /\ live.claimDeadline # NoSlot

\* FALLBACK-3: no bond is lost as long as its claim can be proven.
HonestProversKeepTheirBonds ==
    ClaimAtEntry # "slashed" /\ slot < claimDeadline => live.bonds.slashed = bonds.slashed

\* FALLBACK-3: a claim lives until its deadline.
ClaimsKeepTheirTime ==
    ClaimAtEntry = "kept" /\ slot < claimDeadline => live.claimDeadline = claimDeadline

\* FALLBACK-3: who claims cannot let the epoch go for nothing.
LettingGoCostsTheBond == ClaimAtEntry # "returned" => live.bonds.returned = 0

\* FALLBACK-4, FALLBACK-5: in fallback the proven chain is all there is.
NothingIsPendingInSessions ==
    Open(live) =>
        /\ live.pending = NoSlot
        /\ live.claimDeadline = NoSlot

\* FALLBACK-6, FALLBACK-7.
SessionsEnd ==
    Open(live) =>
        /\ slot < live.entered + FallbackExitSlots
        /\ slot < live.advanced + FallbackExitActivitySlots

\* FALLBACK-18: a proof that is begun at the last advance lands in the session.
ProofsBegunAtTheLastAdvanceLand ==
    Open(State) /\ slot <= advanced + ProofSlots /\ slot < entered + FallbackExitSlots
        => live.entered = entered

\* PRUNE-1, PRUNE-7: what is pending can be proven, now or when its epoch is over.
PendingCanBeProven == live.pending # NoSlot => CanStillBeProven(live, slot)

-----------------------------------------------------------------------------
\* Action properties: time and refusals.

\* TIME-3.
TimeMovesOnlyTheSlot ==
    [][IF Happened("advanceSlot")
       THEN /\ slot' = slot + 1
            /\ [State' EXCEPT !.slot = slot] = State
       ELSE slot' = slot]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

-----------------------------------------------------------------------------
\* Action properties: sessions.

\* FALLBACK-1, FALLBACK-6, FALLBACK-7: nobody enters or leaves fallback but time.
ModesChangeByTime == [][Entry \/ Exit => Happened("advanceSlot")]_vars

\* FALLBACK-1, FALLBACK-2: no entry before its slot. (A chain that is counted
\* against while it is idle, or from a block, has less time.)
EntriesAreNotEarly ==
    [][Entry /\ CountFrom = "advance" /\ IdleChain # "counts" =>
        slot' >= since + FallbackEnterSlots]_vars

\* FALLBACK-17: what waits and whoever includes it has its time: no entry drops an
\* epoch whose proof could still land.
EntriesLeaveTimeToProve ==
    [][Entry /\ IdleChain # "counts" /\ live.pending # NoSlot
            /\ Epoch(live.pending) <= Epoch(since) + DelayEpochs =>
        ~CanStillBeProven(live, slot')]_vars

\* FALLBACK-3: whoever puts the entry off pays for it with a bond.
PuttingEntryOffCostsABond ==
    [][Entry /\ slot' # live.countedFrom + FallbackEnterSlots =>
        /\ live.claimDeadline = slot'
        /\ live'.bonds.slashed = 1]_vars

\* FALLBACK-7, FALLBACK-14: a session is of its entry, and each block in it an advance.
SessionsAreKept ==
    [][Open(live') =>
        /\ live'.entered = (IF Entry THEN slot' ELSE live.entered)
        /\ live'.advanced = CASE Entry                        -> slot'
                              [] Happened("proposeWithProof") -> slot
                              [] OTHER                        -> live.advanced]_vars

\* FALLBACK-6, FALLBACK-7.
ExitsAreNotEarly ==
    [][Exit => slot' \in {live.entered + FallbackExitSlots, live.advanced + FallbackExitActivitySlots}]_vars

-----------------------------------------------------------------------------
\* Action properties: the chain.

\* FALLBACK-5.
CommitteesStandAside == [][event'.name \in {"propose", "claim", "prove"} => ~Open(live)]_vars

\* PROOF-6, PRUNE-8, FALLBACK-14: the proven tip moves by a proof or with one.
ProvenMovesByProofs ==
    [][provenSlot' # provenSlot => event'.name \in {"prove", "proposeWithProof"}]_vars

\* FALLBACK-9, FALLBACK-12, FALLBACK-14, PROPOSE-6.
FallbackBlocksAreOfSessions ==
    [][Happened("proposeWithProof") =>
        /\ Open(live)
        /\ event'.slot <= slot
        /\ provenSlot' = event'.slot
        /\ provenSlot' > provenSlot]_vars

\* PROOF-2, PROOF-4, PROOF-7, PROOF-8, PRUNE-2: a proof is of the epoch that is over,
\* whole, and settles it.
ProofsAreOfEndedEpochs ==
    [][Happened("prove") =>
        LET end == (Epoch(live.pending) + 1) * SlotsPerEpoch IN
        /\ Epoch(slot) = Epoch(live.pending) + 1
        /\ provenSlot' = end - 1
        /\ claimDeadline' = NoSlot
        /\ pending' = (IF event'.leavesPending THEN end ELSE NoSlot)
        /\ pending' < slot]_vars

\* CLAIM-2, CLAIM-4, CLAIM-10: a claim is of the epoch that is over, the only one, and
\* gives it the whole next one. (The window is that of PendingCanBeProven.)
ClaimsAreOfEndedEpochs ==
    [][Happened("claim") =>
        /\ Epoch(slot) = Epoch(live.pending) + 1
        /\ live.claimDeadline = NoSlot
        /\ claimDeadline' = (Epoch(live.pending) + 2) * SlotsPerEpoch]_vars

\* PROPOSE-6, PROPOSE-12, PRUNE-4: the pending chain begins with a block of now, and
\* goes on.
PendingBeginsNow ==
    [][Happened("propose") =>
        /\ live.pending # slot
        /\ pending' = (IF live.pending = NoSlot THEN slot ELSE live.pending)]_vars

\* PRUNE-1, PRUNE-2, FALLBACK-4: time drops nothing that can be proven, an entry does.
NothingIsDroppedEarly ==
    [][Happened("advanceSlot") /\ live'.pending # live.pending =>
        live'.pending = NoSlot /\ (Entry \/ ~CanStillBeProven(live, slot'))]_vars

\* FALLBACK-14: the queue waits until a proven block takes it.
ForcedWaitForProvenBlocks ==
    [][forced' = CASE Happened("forceInclusion")                   -> TRUE
                   [] event'.name \in {"prove", "proposeWithProof"} -> forced /\ ~event'.takesForced
                   [] OTHER                                         -> forced]_vars

\* PRUNE-3, PROOF-7: bonds are settled by time, or go back with a proof.
BondsAreSettledByTime ==
    [][LET ended == Happened("advanceSlot") /\ live.claimDeadline # NoSlot /\ live'.claimDeadline = NoSlot
           late == ended /\ slot' = live.claimDeadline
       IN
       /\ live'.bonds # live.bonds => ended
       /\ late => live'.bonds.slashed > 0]_vars
=============================================================================
