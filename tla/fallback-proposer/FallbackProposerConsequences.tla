-------------------- MODULE FallbackProposerConsequences --------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS FallbackProposerInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of the view forbids to begin or to submit.
MayAct ==
    /\ view.follows = "level"
    /\ ~view.alarm
    /\ view.fallback

\* It takes all of the queue, adds what is held and new, and is long enough.
IsRight(L) ==
    LET forced == Len(view.queue)
    IN TakesTheFront(L, forced, view.queue)
       /\ OwnAreNew(view.tip, L, forced)
       /\ OwnOf(L, forced) \subseteq Elements(held)
       /\ Len(L) >= MinTxPerBlock /\ L # <<>>

ResultOfBuilding == [
    name         |-> "executed",
    parent       |-> building.parent,
    transactions |-> building.transactions,
    forced       |-> building.forced ]
ProofOfBuilding == [
    name         |-> "proved",
    slot         |-> building.slot,
    parent       |-> building.parent,
    transactions |-> building.transactions,
    forced       |-> building.forced ]

QueueLets(b) ==
    /\ TakesTheFront(b.transactions, b.forced, view.queue)
    /\ TakesWhatIsDue(b.transactions, b.forced, view.queue)

IsOnTheTip(b) == b # NoBuilding /\ b.parent = view.tip

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* BASED-1 to BASED-6: anybody can build a right block, one that was begun or proven on
\* another tip notwithstanding.
CorrectBlocksAreBuilt ==
    MayAct /\ slot > view.tip.slot /\ ~IsOnTheTip(building) /\ ~IsOnTheTip(proven)
        => \A L \in Elements(Lists) : IsRight(L) => Accepts(Base(State, L))

\* BASED-3: who gives up can begin anew on the same tip and in the same slot.
GivingUpIsAWayOut ==
    MayAct /\ slot > view.tip.slot =>
        LET giveUp == [name |-> "giveUp"] IN
        /\ Accepts(giveUp)
        /\ \A L \in Elements(Lists) :
            IsRight(L) => Refusals(After(State, giveUp), Base(State, L)) = {}

\* BASED-1, BASED-2, BASED-8: what was executed on the tip is proven, the alarm
\* notwithstanding.
CorrectResultsAreProven ==
    view.follows = "level" /\ view.fallback /\ ~proving /\ IsOnTheTip(building)
        => Accepts(ResultOfBuilding)

\* BASED-7, BASED-8: a proof on the tip is taken when it comes, whatever else the view says.
ProofsAreHeard == proving /\ IsOnTheTip(building) => Accepts(ProofOfBuilding)

\* BASED-9, BASED-10: a proof is submitted in every slot in which the queue lets it, however
\* long it took; with forced ones alone, as many as the minimum, whatever became due.
ProofsAreSubmitted ==
    MayAct /\ IsOnTheTip(proven) /\ submitted # slot /\ QueueLets(proven)
        => Accepts([name |-> "submitBlock"])

\* TX-1, TX-4: whatever is proven is taken, however little the node knows.
ProvenIsTaken ==
    \A t \in Elements(Transactions) \ Elements(held) :
        Accepts([name |-> "transactionVerified", transaction |-> t, valid |-> TRUE])
=============================================================================
