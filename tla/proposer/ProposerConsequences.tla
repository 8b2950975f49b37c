------------------------ MODULE ProposerConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS ProposerInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of the view forbids to act.
MayAct ==
    /\ view.follows = "level"
    /\ ~view.alarm
    /\ ~view.fallback

\* It takes all of the queue, adds what is held and new, and is long enough.
IsRight(L) ==
    LET forced == Len(view.queue)
    IN TakesTheFront(L, forced, view.queue)
       /\ OwnAreNew(view.tip, L, forced)
       /\ OwnOf(L, forced) \subseteq Elements(held)
       /\ Len(L) >= MinTxPerBlock

ResultOfBuilding == [
    name         |-> "executed",
    parent       |-> building.parent,
    transactions |-> building.transactions,
    forced       |-> building.forced ]

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* BUILD-1 to BUILD-17: the proposer of a slot can build a right block, one that it began
\* on another tip or in another slot notwithstanding.
CorrectBlocksAreBuilt ==
    MayAct /\ ProposerOf(slot) = Self /\ phase = "build" /\ slot >= signsFrom
    /\ slot \notin {proposed.slot, view.tip.slot} /\ <<slot, view.tip>> # <<building.slot, building.parent>>
        => \A L \in Elements(Lists) : IsRight(L) => Accepts(Base(State, L))

\* BUILD-3, BUILD-4, BUILD-18: what was executed in time on the tip is proposed.
CorrectResultsAreProposed ==
    MayAct /\ phase = "build" /\ building.slot = slot /\ building.parent = view.tip
        => Accepts(ResultOfBuilding)

\* BUILD-19, BUILD-20: every member is heard once, whatever the view is.
MembersAreHeard ==
    proposed.slot = slot /\ ~published /\ phase # "closed" =>
        \A m \in Elements(CommitteeOf(slot)) \ Elements(attestations) : Accepts(BaseOf(State, m))

\* BUILD-21 to BUILD-23: a quorum is enough.
QuorumsArePublished ==
    MayAct /\ proposed.slot = slot /\ ~published /\ phase # "closed" /\ proposed.parent = view.tip
    /\ 3 * Len(attestations) > 2 * Len(CommitteeOf(slot))
        => Accepts([name |-> "publish"])

\* TX-1, TX-4: whatever is proven is taken, however little the node knows.
ProvenIsTaken ==
    \A t \in Elements(Transactions) \ Elements(held) :
        Accepts([name |-> "transactionVerified", transaction |-> t, valid |-> TRUE])
=============================================================================
