---------------------------- MODULE FollowerReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCFollower

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, told, found, handed>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event sent something of this kind.
Sent(kind) == \E i \in DOMAIN sent : sent[i].kind = kind
\* Whether it told the roles something new.
IsNews(name) == \E i \in DOMAIN sent : sent[i].kind = "tell" /\ sent[i].id = name

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile grow.
\* FOLLOW-10: readView is refused for this alone.
NeverViewOlderOfReadView == ~RefusedAlone("readView", "ViewOlder")

\* Reached in profile grow.
\* FOLLOW-7: readView is refused for this alone.
NeverViewKnownOfReadView == ~RefusedAlone("readView", "ViewKnown")

\* Reached in profile grow.
\* FOLLOW-3: fetched is refused for this alone.
NeverNothingFetchingOfFetched == ~RefusedAlone("fetched", "NothingFetching")

\* Reached in profile grow.
\* FOLLOW-2: fetched is refused for this alone.
NeverBodyMismatchOfFetched == ~RefusedAlone("fetched", "BodyMismatch")

\* Reached in profile keep.
\* FOLLOW-1: setUp is refused for this alone.
NeverNotFollowingOfSetUp == ~RefusedAlone("setUp", "NotFollowing")

\* Reached in profile keep.
\* EPOCH-1: setUp is refused for this alone.
NeverEpochAlreadySampledOfSetUp == ~RefusedAlone("setUp", "EpochAlreadySampled")

\* Reached in profile keep.
\* FOLLOW-12: setUp is refused for this alone.
NeverAlreadySubmittedOfSetUp == ~RefusedAlone("setUp", "AlreadySubmitted")

-----------------------------------------------------------------------------
\* Catching up.

\* Reached in profile grow.
\* FOLLOW-9: level with three blocks.
NeverLevelWithThree == ~(told.view.follows = "level" /\ Len(told.view.tip.root) = 3)

\* Reached in profile grow.
\* FOLLOW-8: the body of a block of slot 0 comes in slot 1.
NeverFetchedLate == ~(event.name = "fetched" /\ slot = 1 /\ told.view.tip.slot = 0)

\* Reached in profile grow.
\* FOLLOW-3: of a view whose blocks were applied before nothing has to be fetched.
NeverLevelAtOnce ==
    ~(event.name = "readView" /\ IsNews("view") /\ told.view.follows = "level" /\ told.pool.final = <<"t1">>)

\* Reached in profile reorg.
\* FOLLOW-3: on another chain what lacks is applied anew, from where they part.
NeverParted == ~(Len(applied) = 2 /\ Cardinality(Own) = 1 /\ fetching.root = <<"t1", "t2">>)

\* Reached in profile reorg.
\* FOLLOW-3: L1 has gone back before all that was applied.
NeverOnAnotherChain == ~(Len(applied) = 2 /\ Own = {} /\ view.chain # <<>> /\ fetching.root = <<"t2">>)

\* Reached in profile grow.
\* FOLLOW-11: caught up, and too old by the passing of a slot.
NeverTooOld == ~(event.name = "tick" /\ Sent("tell") /\ IsCaughtUp /\ told.view.follows = "behind")

-----------------------------------------------------------------------------
\* What time alone makes due.

\* Reached in profile grow.
\* FOLLOW-7: the tip goes back to what is proven although nothing was read.
NeverPrunedByTime == ~(event.name = "tick" /\ told.view.tip.slot = 0 /\ Len(applied) = 3)

\* Reached in profile grow.
\* FOLLOW-7: what was asked for is not any more.
NeverAskedInVain == ~(event.name = "tick" /\ view.chain # <<>> /\ fetching = NoHeader /\ applied = <<>>)

\* Reached in profile keep.
\* FOLLOW-7: fallback begins and ends by time, with one view.
NeverFallbackOver == ~(event.name = "tick" /\ sent # <<>> /\ view.fallbackUntil = slot)

\* Reached in profile reorg.
\* FOLLOW-7: what no block takes waits.
NeverWaiting == ~(told.view.follows = "level" /\ told.view.queue = <<"t3", "t5">>)

\* Reached in profile reorg.
\* FOLLOW-7: what a block takes does not wait, even if its body lacks.
NeverTakenUnseen == ~(view.forced = <<"t3">> /\ told.view.queue = <<>> /\ told.view.follows = "behind")

-----------------------------------------------------------------------------
\* The alarm.

\* Reached in profiles grow, reorg.
\* FOLLOW-4.
NeverAlarmed == ~Sent("alarm")

\* Reached in profile grow.
\* FOLLOW-6: it ends with a prune, by time alone.
NeverEndedByAPrune == ~(event.name = "tick" /\ found # {} /\ Sent("tell") /\ ~told.view.alarm)

\* Reached in profile reorg.
\* FOLLOW-6: it ends with the chain, and what was found is remembered.
NeverEndedByAReorganisation ==
    ~(found # {} /\ event.name = "fetched" /\ told.view.follows = "level" /\ Len(told.view.tip.root) = 2)

\* Reached in profile reorg.
\* FOLLOW-6: of a block that was found before, it is told with the view.
NeverAlarmedByMemory == ~(event.name = "readView" /\ IsNews("view") /\ told.view.alarm)

\* Reached in profile reorg.
\* FOLLOW-3: the block that is its cause is not the first that lacks, and the body of that is
\* asked for.
NeverAlarmedFromAfar == ~(IsAlarmed /\ fetching # NoHeader)

\* Reached in profile reorg.
\* FOLLOW-3: under it the own tip is caught up with, up to its cause.
NeverAppliedUnderTheAlarm ==
    ~(event.name = "fetched" /\ ~Sent("alarm") /\ told.view.alarm /\ told.view.tip.slot = 0)

\* Reached in profile reorg.
\* FOLLOW-6: another wrong block was found since its cause was.
NeverAlarmedByTheFirstOfTwo ==
    ~(told.view.alarm /\ Len(wrong) = 2 /\ wrong[2] \notin EffectiveBlocks)

\* Reached in profile reorg.
\* FOLLOW-6: a wrong block and a right one differ in their parents alone.
NeverRightOnAnotherParent ==
    ~(/\ told.view.follows = "level"
      /\ \E h \in found, b \in EffectiveBlocks : h # b /\ [h EXCEPT !.parent = b.parent] = b)

-----------------------------------------------------------------------------
\* Bodies that no proof can be made of; each gives the root that its block claims.

\* Whether the alarm of such a block was raised in the last step.
IsJustFound(body, forced) ==
    /\ event.name = "fetched"
    /\ <<event.header.body, event.header.forced>> = <<body, forced>>
    /\ told.view.alarm
    /\ \E i \in DOMAIN sent : sent[i].kind = "alarm" /\ sent[i].body.root = event.header.root
\* Whether the node is level with such a block.
IsLevelWith(body, forced) ==
    /\ told.view.follows = "level"
    /\ ~told.view.alarm
    /\ \E h \in EffectiveBlocks :
        /\ <<h.body, h.forced>> = <<body, forced>>
        /\ told.view.tip = [slot |-> h.slot, root |-> h.root]

\* Reached in profile bodies.
\* FOLLOW-13: what the block takes stands behind another.
NeverWrongByItsFront == ~IsJustFound(<<"t2", "t3">>, <<"t3">>)

\* Reached in profile bodies.
\* FOLLOW-13: the block takes more than its body has.
NeverWrongByItsLength == ~IsJustFound(<<"t3">>, <<"t3", "t5">>)

\* Reached in profile bodies.
\* FOLLOW-13: a block before it spent the same.
NeverWrongByItsParent == ~IsJustFound(<<"t1", "t2">>, <<>>)

\* Reached in profile repeats.
\* FOLLOW-13: the body spends the same twice.
NeverWrongByItself == ~IsJustFound(<<"t2", "t2">>, <<>>)

\* Reached in profile repeats.
\* FOLLOW-13: the body spends once more what it takes from the queue.
NeverWrongByTheForced == ~IsJustFound(<<"t3", "t3">>, <<"t3">>)

\* Reached in profile bodies.
\* FOLLOW-13: what the block takes stands in front.
NeverRightWithTheForced == ~IsLevelWith(<<"t3", "t2">>, <<"t3">>)

\* Reached in profile bodies.
\* FOLLOW-13: what the block takes is spent, which the queue answers for.
NeverRightThoughSpent == ~IsLevelWith(<<"t1", "t2">>, <<"t1">>)

\* Reached in profile bodies.
\* FOLLOW-13: a wrong block and a right one differ in what they take alone.
NeverRightByTheQueue ==
    ~(\E h \in Elements(wrong), b \in Elements(applied) : h # b /\ [h EXCEPT !.forced = b.forced] = b)

\* Reached in profile bodies.
\* FOLLOW-7, FOLLOW-13: what a wrong block takes does not wait, although its body has not all of it.
NeverTakenByTheWrong == ~(told.view.alarm /\ view.forced = <<"t3", "t5">> /\ told.view.queue = <<>>)

\* Reached in profile bodies.
\* FOLLOW-6, FOLLOW-13: the alarm ends with the chain, and comes back with it.
NeverAlarmedAgain ==
    ~(event.name = "readView" /\ IsNews("view") /\ told.view.alarm /\ view.forced = <<"t3", "t5">>)

-----------------------------------------------------------------------------
\* The keeper.

\* Reached in profile keep.
\* FOLLOW-12: what did not land in its slot is handed in anew.
NeverTriedAgain == ~({0, 1} \subseteq handed)

\* Reached in profile keep.
\* FOLLOW-12: a slot in each epoch.
NeverTriedInEachEpoch == ~({0, 2} = handed)

\* Reached in profile keep.
\* FOLLOW-12: with a view that is too old to act on.
NeverTriedBehind == ~(Sent("submit") /\ told.view.follows = "behind")

\* Reached in profile reorg.
\* FOLLOW-12: under the alarm.
NeverTriedUnderTheAlarm == ~(Sent("submit") /\ told.view.alarm)

\* Reached in profile keep.
\* FOLLOW-12: with a view of before genesis.
NeverTriedBeforeGenesis == ~(Sent("submit") /\ view.time = -1)

\* Reached in profile keep.
\* FOLLOW-12: a try and a crash in one slot.
NeverTriedAndCrashed == ~(event.name = "crash" /\ kept = slot)

\* Reached in profile keep.
\* FOLLOW-12: after the crash another try is refused for that alone: no view is older than
\* this one, so that it was not replaced but forgotten.
NeverRefusedAfterACrash ==
    ~(/\ event.name = "readView" /\ view.time = -1 /\ kept = slot
      /\ RefusedAlone("setUp", "AlreadySubmitted"))
=============================================================================
