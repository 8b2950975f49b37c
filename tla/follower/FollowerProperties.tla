------------------------- MODULE FollowerProperties -------------------------
(***************************************************************************)
(* What must hold of a follower, whatever the checks that bring it about:  *)
(* nothing here looks at refusals, except the property that refused events *)
(* do not happen.  Invariants speak of states.  Action properties,         *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/follower/bug that violates it, and each conjunct one that only it   *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS Follower, NodeRoots

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at.  The others add nothing: what
\* was told follows from the state by the properties of what is told, one step after the
\* other, what was found by FoundIsKept, and of what was handed over whether it was in
\* this slot by TriesAreKept.

VARIABLE event     \* the event that was accepted last
VARIABLE sent      \* what was sent out with it
VARIABLE told      \* what the roles were told last: by `view` and by `pool`; they forget
                   \* it with a crash
VARIABLE found     \* blocks of which an alarm was sent; a lost store knows of none
VARIABLE handed    \* slots in which setupEpoch was handed to L1; a lost store knows of none
VARIABLE accepted  \* how many events were accepted: one that changes nothing else is a
                   \* step all the same

vars == <<followerVariables, event, sent, told, found, handed, accepted>>

Untold == [view |-> NoView, pool |-> NoPoolView]

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ told = Untold
    /\ found = {}
    /\ handed = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        LET of(kind) == {effects[i] : i \in {n \in DOMAIN effects : effects[n].kind = kind}}
            bodies(name) == {effect.body : effect \in {t \in of("tell") : t.id = name}}
            isLost == e.name = "crash" /\ e.store = "lost"
        IN
        /\ sent' = effects
        /\ told' = IF e.name = "crash" THEN Untold
                   ELSE [name \in DOMAIN told |->
                            IF bodies(name) = {} THEN told[name] ELSE CHOOSE b \in bodies(name) : TRUE]
        /\ found' = IF isLost THEN {} ELSE found \cup {effect.body.header : effect \in of("alarm")}
        /\ handed' = IF isLost THEN {}
                     ELSE handed \cup {effect.expiresSlot : effect \in of("submit")}
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
OfKind(kind) == {sent'[i] : i \in {n \in DOMAIN sent' : sent'[n].kind = kind}}
Submits == OfKind("submit") # {}

-----------------------------------------------------------------------------
\* What the view shows, and what the node has of it.

\* FOLLOW-7: what is proven stands, and until a prune is due all of it.
Effective == {i \in DOMAIN view.chain : i <= view.proven \/ view.prunesAt = -1 \/ slot < view.prunesAt}
EffectiveBlocks == {view.chain[i] : i \in Effective}

\* FOLLOW-3: what was applied, one on the other from genesis.
Own == {i \in Effective : \A j \in 1..i : j \in DOMAIN applied /\ applied[j] = view.chain[j]}
OwnTip ==
    IF Own = {} THEN Genesis
    ELSE LET last == view.chain[Cardinality(Own)] IN [slot |-> last.slot, root |-> last.root]

IsCaughtUp == Own = Effective
FirstLacking == IF IsCaughtUp THEN NoHeader ELSE view.chain[Cardinality(Own) + 1]

\* FOLLOW-6.
IsAlarmed == found \cap EffectiveBlocks # {}

\* FOLLOW-7.
IsInFallback ==
    view.fallbackFrom # -1 /\ view.fallbackFrom <= slot
    /\ (view.fallbackUntil = -1 \/ slot < view.fallbackUntil)

\* How many of the queue the blocks take.
Taken == Cardinality(UNION {{i} \X DOMAIN view.chain[i].forced : i \in Effective})

\* EPOCH-1: whether the epoch of the slot is set up, as far as the view shows.
IsSetUp == view.setUp >= slot \div SlotsPerEpoch

\* All transactions of some blocks, in order.
RECURSIVE BodiesOf(_)
BodiesOf(blocks) == IF blocks = <<>> THEN <<>> ELSE Head(blocks).body \o BodiesOf(Tail(blocks))

\* FOLLOW-13: the places of a body that the queue must answer for, and those that it must not.
TakenFrom(h, body) == {i \in DOMAIN h.forced : i \in DOMAIN body /\ body[i] = h.forced[i]}
OwnPlaces(h, body) == DOMAIN body \ DOMAIN h.forced

\* FOLLOW-3, FOLLOW-13: whether the body that came gives the root of its block, and can be
\* proven.
IsBodyRight ==
    /\ IsOutcome(event'.header.root, OwnTip.root, event'.body)
    /\ TakenFrom(event'.header, event'.body) = DOMAIN event'.header.forced
    /\ OwnPlaces(event'.header, event'.body) \subseteq Firsts(OwnTip.root, event'.body)

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* FOLLOW-3: every root is what all bodies up to it give, from genesis on.
AppliedIsComputed ==
    \A i \in DOMAIN applied : IsOutcome(applied[i].root, <<>>, BodiesOf(SubSeq(applied, 1, i)))

\* FOLLOW-13: every body begins with what its block takes from the queue, with all of it.
AppliedBeginsWithTheForced ==
    \A i \in DOMAIN applied :
        LET body == applied[i].body
        IN \E from \in 1..Len(body) + 1 : applied[i].forced \o SubSeq(body, from, Len(body)) = body

\* FOLLOW-13: of all bodies from genesis on, what is not forced stands nowhere before.
AppliedSpendsOnce ==
    \A i \in DOMAIN applied :
        LET before == BodiesOf(SubSeq(applied, 1, i - 1))
            all == before \o applied[i].body
        IN \A n \in DOMAIN all :
            n > Len(before) + Len(applied[i].forced) => all[n] \notin {all[m] : m \in 1..n - 1}

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and views.

\* FOLLOW-7: the slots come in their order, and nothing else moves them.
TimeMovesOnlyTheClock ==
    [][IF Happened("tick")
       THEN /\ [State' EXCEPT !.slot = slot, !.fetching = fetching] = State
            /\ slot' = slot + 1
       ELSE slot' = slot]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* FOLLOW-1: after a start there is no view and nothing is asked for.
CrashesForget ==
    [][Happened("crash") =>
        /\ view' = NoL1View
        /\ fetching' = NoHeader]_vars

\* FOLLOW-1: who is told what the follower knows crashes with it.
CrashesSayNothing == [][Happened("crash") => sent' = <<>>]_vars

\* FOLLOW-7: the view is what was read last, as a whole.
ViewsAreRead ==
    [][~Happened("crash") => view' = (IF Happened("readView") THEN event'.view ELSE view)]_vars

\* FOLLOW-7.
KnownViewsAreNotRead == [][Happened("readView") => event'.view # view]_vars

\* FOLLOW-10.
ViewsDoNotGoBack == [][Happened("readView") => event'.view.time >= view.time]_vars

-----------------------------------------------------------------------------
\* Action properties: bodies, roots and alarms.

\* FOLLOW-2.
BodiesAreOfTheirHeaders == [][Happened("fetched") => event'.body = event'.header.body]_vars

\* FOLLOW-3: after what was applied comes the first block that lacks, and no other.
OnlyTheFirstLackingComes ==
    [][Happened("fetched") =>
        \E i \in Effective : i = Cardinality(Own) + 1 /\ event'.header = view.chain[i]]_vars

\* FOLLOW-3, FOLLOW-13: a block with its root and a body that can be proven is applied on the
\* own tip; what was applied is lost only with the store.
AppliedIsKept ==
    [][applied' = IF Happened("fetched") /\ IsBodyRight
                  THEN Append(SubSeq(view.chain, 1, Cardinality(Own)), event'.header)
                  ELSE IF Loses THEN <<>>
                  ELSE applied]_vars

\* FOLLOW-4, FOLLOW-13: an alarm is raised in the step in which a body comes that gives another
\* root or cannot be proven, and in no other; it tells the block and the root of the body.
AlarmsAreRaised ==
    [][IF Happened("fetched") /\ ~IsBodyRight
       THEN \E effect \in OfKind("alarm") :
                /\ effect.body.header = event'.header
                /\ IsOutcome(effect.body.root, OwnTip.root, event'.body)
       ELSE OfKind("alarm") = {}]_vars

\* FOLLOW-6: whatever was found to be wrong is remembered, and lost only with the store.
FoundIsKept ==
    [][wrong' = IF OfKind("alarm") # {} THEN Append(wrong, event'.header)
                ELSE IF Loses THEN <<>>
                ELSE wrong]_vars

\* FOLLOW-8: what lacks is asked for, under an alarm too, unless its body has come and was
\* found to be wrong.
FetchingIsTheFirstLacking ==
    [][fetching' = (IF FirstLacking \in found THEN NoHeader ELSE FirstLacking)']_vars

\* FOLLOW-8: it is asked for once.
WhatIsFetchedIsAskedFor ==
    [][{effect.body : effect \in OfKind("fetch")} = {fetching'} \ {fetching, NoHeader}]_vars

-----------------------------------------------------------------------------
\* Action properties: what the roles are told.

\* FOLLOW-1: without a view they are told nothing, with one they are told of it.
NobodyFollowsWithoutAView ==
    [][IF view' = NoL1View THEN told' = Untold ELSE told'.view.follows # "nothing"]_vars

\* FOLLOW-3, FOLLOW-8.
TheOwnTipIsTold == [][told'.view.tip = OwnTip']_vars

\* FOLLOW-9.
LevelIsCaughtUp == [][told'.view.follows = "level" => IsCaughtUp']_vars

\* FOLLOW-11.
LevelIsNotTooOld == [][told'.view.follows = "level" => slot' - view'.time <= MaxViewAge]_vars

\* FOLLOW-9, FOLLOW-11: nothing else keeps a node from acting.
CaughtUpIsLevel ==
    [][view' # NoL1View /\ IsCaughtUp' /\ slot' <= view'.time + MaxViewAge
        => told'.view.follows = "level"]_vars

\* FOLLOW-4, FOLLOW-6, FOLLOW-13: the alarm lasts exactly as long as its cause.
AlarmLastsAsItsCause == [][told'.view.alarm = IsAlarmed']_vars

\* FOLLOW-7.
FallbackIsToldInTime == [][told'.view.fallback = IsInFallback']_vars

\* FOLLOW-7: what no effective block takes waits.
WhatWaitsIsTold ==
    [][\E queue \in {told'.view.queue} :
        /\ Taken' + Len(queue) = Len(view'.forced)
        /\ \A i \in DOMAIN queue : queue[i] = view'.forced[Taken' + i]]_vars

\* TX-8, TX-10: the pool is told the same.
ThePoolIsToldTheSame ==
    [][/\ told'.pool.root = told'.view.tip.root
       /\ told'.pool.queue = told'.view.queue]_vars

\* TX-10: what is final is told as far as the node has it.
WhatIsFinalIsTold ==
    [][LET known == {i \in Own' : i <= view'.final}
       IN told'.pool.final = IF known = {} THEN <<>> ELSE view'.chain[Cardinality(known)].root]_vars

\* FOLLOW-7: what is told is news.
WhatIsToldIsNews == [][\A effect \in OfKind("tell") : effect.body # told[effect.id]]_vars

-----------------------------------------------------------------------------
\* Action properties: what is set up, and when effects go.

\* FOLLOW-12: a call is handed to L1 in its step, for the epoch of the slot.
CallsAreHandedOver ==
    [][{effect.body : effect \in OfKind("submit")} =
        (IF Happened("setUp") THEN {[epoch |-> slot \div SlotsPerEpoch]} ELSE {})]_vars

\* FOLLOW-1, FOLLOW-12: a view shows that nobody has.
NothingIsSetUpBlindly == [][Submits => view # NoL1View]_vars

\* EPOCH-1.
EpochsAreSetUpOnce == [][Submits => ~IsSetUp]_vars

\* FOLLOW-12: one try a slot, as long as the store is there.
OneTryASlot == [][Submits => slot \notin handed]_vars

\* FOLLOW-12: a try is remembered, and lost only with the store.
TriesAreKept ==
    [][kept' = IF Submits THEN slot
               ELSE IF Loses THEN -1
               ELSE kept]_vars

\* FOLLOW-8, FOLLOW-12: a try is of its slot, and all else stays until it is done.
OnlyTriesExpire ==
    [][\A i \in DOMAIN sent' :
        sent'[i].expiresSlot = IF sent'[i].kind = "submit" THEN slot ELSE -1]_vars

\* What is sent in one step: one of each, in this order.
Order == <<<<"alarm">>, <<"tell", "view">>, <<"tell", "pool">>, <<"fetch">>, <<"submit">>>>
PlaceOf(effect) ==
    CHOOSE i \in DOMAIN Order :
        Order[i] = IF effect.kind = "tell" THEN <<effect.kind, effect.id>> ELSE <<effect.kind>>
EffectsAreInOrder ==
    [][\A i, j \in DOMAIN sent' : i < j => PlaceOf(sent'[i]) < PlaceOf(sent'[j])]_vars
=============================================================================
