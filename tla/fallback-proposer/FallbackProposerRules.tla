----------------------- MODULE FallbackProposerRules ------------------------
(***************************************************************************)
(* The rules of a fallback proposer as operators of a state value: which   *)
(* checks refuse an event, the state after it, and what is sent out with   *)
(* it.  There are no variables here, so that any state and any event can   *)
(* be asked about, reachable or not; FallbackProposer makes an actor of    *)
(* them.                                                                   *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), which transactions   *)
(* are chosen, when something is given up, what executes and proves, the   *)
(* proof itself: a block in `proven` comes with one.                       *)
(***************************************************************************)
EXTENDS FallbackProposerTypes

Level(s) == Require(s.view.follows = "level", "NotFollowing")                 \* BASED-1
InFallback(s) == Require(s.view.fallback, "FallbackNotActive")                \* BASED-2

\* Whether something is executed or proven.
IsBuilt(b) == b # NoBuilding

\* Whether a result is of this.
IsOf(e, b) == e.parent = b.parent /\ e.transactions = b.transactions /\ e.forced = b.forced
\* A proof is one of the slot as well.
IsProofOf(e, b) == e.slot = b.slot /\ IsOf(e, b)

-----------------------------------------------------------------------------
\* tick, follow, transactionVerified.

Tick(s) == [s EXCEPT !.slot = @ + 1]
Follow(s, e) == [s EXCEPT !.view = e.view]
Verified(s, e) == [s EXCEPT !.held = Held(@, e.transaction)]

-----------------------------------------------------------------------------
\* build: transactions, forced.

\* BASED-6: a block without transactions is too short, whatever the minimum is.
IsEnough(L, forced) == L # <<>> /\ ~Few(L, forced)

BuildRefusals(s, e) ==
    LET L == e.transactions
        forced == e.forced
        own == Elements(Others(L, forced))
        tip == s.view.tip
    IN UNION {
    Level(s),
    NoAlarm(s),                                                               \* BASED-1
    InFallback(s),
    Require(~(IsBuilt(s.building) /\ s.building.parent = tip), "AlreadyBuilding"),  \* BASED-3
    Require(~(IsBuilt(s.proven) /\ s.proven.parent = tip), "AlreadyProven"),  \* BASED-3
    Require(s.slot > tip.slot, "SlotTaken"),                                  \* BASED-4
    QueueRefusals(L, forced, s.view.queue),                                   \* BASED-5
    Require(IsEnough(L, forced), "TooFewTransactions"),                       \* BASED-6
    Require(own \subseteq Elements(s.held), "TransactionNotHeld"),            \* BASED-6
    Require(~Twice(L, forced), "TransactionTwice"),                           \* BASED-6
    Require(own \cap Elements(tip.root) = {}, "NullifierSpent") }             \* BASED-6

Begun(s, e) == [
    slot         |-> s.slot,
    parent       |-> s.view.tip,
    transactions |-> e.transactions,
    forced       |-> e.forced ]
Build(s, e) == [s EXCEPT !.building = Begun(s, e), !.proving = FALSE]

-----------------------------------------------------------------------------
\* executed: parent, transactions, forced.

ExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),          \* BASED-7
    Level(s),
    InFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }                          \* BASED-8

Executed(s) == [s EXCEPT !.proving = TRUE]

-----------------------------------------------------------------------------
\* proved: slot, parent, transactions, forced.

ProvedRefusals(s, e) == UNION {
    Require(s.proving /\ IsProofOf(e, s.building), "NothingProving"),         \* BASED-7
    Require(e.parent = s.view.tip, "ParentNotTip") }                          \* BASED-8

Proved(s) == [s EXCEPT !.proven = s.building, !.building = NoBuilding, !.proving = FALSE]

-----------------------------------------------------------------------------
\* submitBlock.

SubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),                                                               \* BASED-1
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),                              \* BASED-7
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),                    \* BASED-8
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),      \* BASED-9
    Require(s.submitted # s.slot, "AlreadySubmitted") }                       \* BASED-10

SubmitBlock(s) == [s EXCEPT !.submitted = s.slot]

-----------------------------------------------------------------------------
\* giveUp.

GiveUp(s) == [s EXCEPT !.proven = NoBuilding, !.building = NoBuilding, !.proving = FALSE]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoView, !.building = NoBuilding, !.proving = FALSE]
Emptied(s) == [s EXCEPT !.held = <<>>, !.proven = NoBuilding, !.submitted = -1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "giveUp", "crash"} -> {}
      [] e.name = "transactionVerified"                   -> VerifiedRefusals(s, e)
      [] e.name = "build"                                 -> BuildRefusals(s, e)
      [] e.name = "executed"                              -> ExecutedRefusals(s, e)
      [] e.name = "proved"                                -> ProvedRefusals(s, e)
      [] e.name = "submitBlock"                           -> SubmitBlockRefusals(s)

After(s, e) ==
    CASE e.name = "tick"                -> Tick(s)
      [] e.name = "follow"              -> Follow(s, e)
      [] e.name = "transactionVerified" -> Verified(s, e)
      [] e.name = "build"               -> Build(s, e)
      [] e.name = "executed"            -> Executed(s)
      [] e.name = "proved"              -> Proved(s)
      [] e.name = "submitBlock"         -> SubmitBlock(s)
      [] e.name = "giveUp"              -> GiveUp(s)
      [] e.name = "crash"               -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

\* What does not expire.
NoExpiry == -1

Prove(b) == Effect("prove", "prove/" \o ToString(b.slot) \o "/" \o ContentId(b), b, NoExpiry)
Submission(s) ==
    Effect("submit",
           "fallback/" \o ToString(s.proven.slot) \o "/" \o ContentId(s.proven)
               \o "/" \o ToString(s.slot),
           [block |-> s.proven],
           s.slot)

Effects(s, e) ==
    CASE e.name = "build"       -> <<Execute(After(s, e).building, NoExpiry)>>
      [] e.name = "executed"    -> <<Prove(After(s, e).building)>>
      [] e.name = "submitBlock" -> <<Submission(s)>>
      [] e.name \notin {"build", "executed", "submitBlock"} -> <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable. Nothing is asked of what the rules do not read together.

\* Nothing is told by its slot or by all of it, and a block takes forced ones that it has.
IsBlockOrNothing(s, b) == b = NoBuilding \/ (b.slot \in 0..s.slot /\ b.forced <= Len(b.transactions))

Coherent(s) ==
    /\ IsBlockOrNothing(s, s.building)
    /\ IsBlockOrNothing(s, s.proven)
    \* BASED-7: a proof of nothing is no result.
    /\ s.proving => s.building # NoBuilding
    \* BASED-10: what was handed in last was not handed in later.
    /\ s.submitted <= s.slot

-----------------------------------------------------------------------------
\* The state of a node that started before genesis.
Initial == [
    slot      |-> 0,
    held      |-> InitialHeld,
    proven    |-> NoBuilding,
    submitted |-> -1,
    view      |-> NoView,
    building  |-> NoBuilding,
    proving   |-> FALSE ]
=============================================================================
