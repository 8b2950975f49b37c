--------------------- MODULE FallbackProposerProperties ---------------------
(***************************************************************************)
(* What must hold of a fallback proposer, whatever the checks that bring   *)
(* it about: nothing here looks at refusals, except the property that      *)
(* refused events do not happen.  Invariants speak of states.  Action      *)
(* properties, [][...]_vars, speak of steps and of the event that led to   *)
(* them.                                                                   *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/fallback-proposer/bug that violates it, and each conjunct one that  *)
(* only it sees.                                                           *)
(***************************************************************************)
EXTENDS FallbackProposer, NodeOutcomes

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at: that the others add nothing
\* follows from SubmissionsAreKept, which needs none.

VARIABLE event     \* the event that was accepted last
VARIABLE sent      \* what was sent out with it
VARIABLE handed    \* the slots in which a block was handed to L1, by a store that was
                   \* not lost since
VARIABLE accepted  \* how many events were accepted: one that changes nothing
                   \* else is a step all the same

vars == <<fallbackProposerVariables, event, sent, handed, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ handed = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        LET submits == \E i \in DOMAIN effects : effects[i].kind = "submit" IN
        /\ sent' = effects
        /\ handed' = IF e.name = "crash" /\ e.store = "lost" THEN {}
                     ELSE IF submits THEN handed \cup {slot} ELSE handed
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
\* A step in which nothing is finished, given up or forgotten.
GoesOn == event'.name \notin {"build", "proved", "giveUp", "crash"}

Sends(kind) == \E i \in DOMAIN sent' : sent'[i].kind = kind
\* Nothing but one effect is sent, of this kind and about this.
SendsAlone(kind, body) == Len(sent') = 1 /\ Sends(kind) /\ sent'[1].body = body
Submits == Sends("submit")

\* Of what the result is that came.
ResultIsOf(b) ==
    <<event'.parent, event'.transactions, event'.forced>> = <<b.parent, b.transactions, b.forced>>

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* BASED-4, BASED-10: a block takes the slot in which it is begun.
NothingIsOfTheFuture ==
    /\ building.slot <= slot
    /\ proven.slot <= slot
    /\ submitted <= slot

\* BASED-4.
BlocksAreLaterThanTheirParents == building # NoBuilding => building.slot > building.parent.slot

\* BASED-6: forced ones may stand alone, and there are some in every block.
ListsHaveTheirMinimum ==
    building # NoBuilding =>
        /\ \/ Len(building.transactions) >= MinTxPerBlock
           \/ building.forced = Len(building.transactions)
        /\ building.transactions # <<>>

\* BASED-6, TX-8: the queue answers for what is forced.
BuiltIsHeld == OwnOf(building.transactions, building.forced) \subseteq Elements(held)

\* BASED-6.
BuiltIsExecutable == OwnAreNew(building.parent, building.transactions, building.forced)

\* BASED-7: a proof that is made is one of something.
ProofsAreOfABlock == proving => building # NoBuilding

\* BASED-3: what is proven and what is under way have no parent in common.
OneBlockOnATip ==
    proven # NoBuilding /\ building # NoBuilding => proven.parent # building.parent

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and reports.

\* BASED-4: slot comes after slot, and nothing else moves them.
TimeMovesOnlyTheClock ==
    [][IF Happened("tick") THEN State' = [State EXCEPT !.slot = @ + 1] ELSE slot' = slot]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* BASED-1: after a start there is no view and nothing is being executed or proven.
CrashesForget == [][Happened("crash") => view' = NoView /\ building' = NoBuilding]_vars

\* BASED-1: the view is what was reported last, as a whole.
ViewsAreReported ==
    [][~Happened("crash") => view' = (IF Happened("follow") THEN event'.view ELSE view)]_vars

\* TX-1: only what was verified is held.
OnlyVerifiedIsHeld ==
    [][\A t \in Elements(held') \ Elements(held) :
        Happened("transactionVerified") /\ event'.transaction = t /\ event'.valid]_vars

\* TX-4: it is held until the store is lost.
HeldIsKept == [][IF Loses THEN held' = <<>> ELSE Elements(held) \subseteq Elements(held')]_vars

\* TX-4: what is held is not verified again.
NothingIsVerifiedTwice ==
    [][Happened("transactionVerified") => event'.transaction \notin Elements(held)]_vars

-----------------------------------------------------------------------------
\* Action properties: what is begun.

\* BASED-3: one at a time on one tip, while it is executed and while it is proven.
OneBlockIsBegun ==
    [][Happened("build") => building = NoBuilding \/ building.parent # view.tip]_vars

\* BASED-4: what was chosen is what is begun, in this slot.
ChosenIsBegun ==
    [][Happened("build") =>
        <<building'.slot, building'.transactions, building'.forced>> =
            <<slot, event'.transactions, event'.forced>>]_vars

\* BASED-1, BASED-2, BASED-8: nothing is begun that could not be submitted now.
NothingIsBegunInVain ==
    [][Happened("build") =>
        /\ view.follows = "level"
        /\ ~view.alarm
        /\ view.fallback
        /\ building'.parent = view.tip]_vars

\* BASED-5.
QueuesAreHonoured ==
    [][Happened("build") =>
        /\ TakesTheFront(building'.transactions, building'.forced, view.queue)
        /\ TakesWhatIsDue(building'.transactions, building'.forced, view.queue)]_vars

\* BASED-7: what was begun is executed, and nothing else.
BegunIsExecuted ==
    [][LET what == [parent       |-> building'.parent,
                    transactions |-> building'.transactions,
                    forced       |-> building'.forced]
       IN IF Happened("build") THEN SendsAlone("execute", what) ELSE ~Sends("execute")]_vars

\* BASED-3: what was begun stays until it is proven or given up, or a crash takes it.
BegunIsKept == [][GoesOn => building' = building]_vars

-----------------------------------------------------------------------------
\* Action properties: what is proven.

\* BASED-7.
OnlyTheOwnExecutionCounts ==
    [][Happened("executed") =>
        /\ ~proving
        /\ ResultIsOf(building)]_vars

\* BASED-1, BASED-2, BASED-8: nothing goes on to be proven that is known to be worthless.
NothingIsProvenInVain ==
    [][Happened("executed") =>
        /\ view.follows = "level"
        /\ view.fallback
        /\ building'.parent = view.tip]_vars

\* BASED-7: what was executed is proven, and nothing else.
ExecutedIsProven ==
    [][IF Happened("executed") THEN SendsAlone("prove", building') ELSE ~Sends("prove")]_vars

\* BASED-7, BASED-3: a proof is made from the end of the execution on, until it comes, is
\* given up, is of no use any more because something else is begun, or a crash takes it.
ProvingIsKept == [][proving' = (Happened("executed") \/ (proving /\ GoesOn))]_vars

\* BASED-7: a proof that was given up is not taken for the same list on the same tip that
\* was begun in another slot.
OnlyTheOwnProofCounts ==
    [][Happened("proved") =>
        /\ proving
        /\ event'.slot = building.slot
        /\ ResultIsOf(building)]_vars

\* BASED-3, BASED-7: a proof is kept until a later one comes, it is given up or the store
\* is lost, whatever is reported and handed in.
ProofsAreKept ==
    [][proven' = (IF Happened("proved") THEN building
                  ELSE IF Happened("giveUp") \/ Loses THEN NoBuilding ELSE proven)]_vars

\* BASED-3, BASED-8: a proof on the own tip is lost to none on another.
ProofsOnTheTipStay ==
    [][proven # NoBuilding /\ proven.parent = view.tip /\ ~Happened("giveUp") /\ ~Loses
        => proven' = proven]_vars

\* BASED-8: no proof is taken that could not be submitted on the own tip.
ProvenOnTheOwnTip == [][Happened("proved") => proven'.parent = view.tip]_vars

\* BASED-3: with what is proven, what is under way is given up.
GivenUpIsGone == [][Happened("giveUp") => building' = NoBuilding]_vars

-----------------------------------------------------------------------------
\* Action properties: what is submitted.

\* BASED-7: the proven block is what is submitted, and nothing else.
ProvenIsSubmitted ==
    [][IF Happened("submitBlock")
       THEN /\ proven # NoBuilding
            /\ SendsAlone("submit", [block |-> proven])
       ELSE ~Submits]_vars

\* BASED-1.
SubmittedLevel == [][Submits => view.follows = "level"]_vars

\* BASED-1.
NobodySubmitsUnderTheAlarm == [][Submits => ~view.alarm]_vars

\* BASED-2, FALLBACK-9.
SubmittedInFallback == [][Submits => view.fallback]_vars

\* BASED-8, FALLBACK-11.
SubmittedOnTheOwnTip == [][Submits => proven.parent = view.tip]_vars

\* BASED-9: by the queue as it is now, not as it was when the block was begun.
DuenessIsOfTheSubmission ==
    [][Submits =>
        /\ TakesTheFront(proven.transactions, proven.forced, view.queue)
        /\ TakesWhatIsDue(proven.transactions, proven.forced, view.queue)]_vars

\* BASED-10: at most once per slot, across crashes with a store that is kept.
OneSubmissionPerSlot == [][Submits => slot \notin handed]_vars

\* BASED-10: what was handed to L1 is remembered, and forgotten only with the store.
SubmissionsAreKept ==
    [][submitted' = (IF Submits THEN slot ELSE IF Loses THEN -1 ELSE submitted)]_vars

\* BASED-4, BASED-10: a submission is about this slot; an execution or a proof may take
\* many.
OnlySubmissionsExpire ==
    [][\A i \in DOMAIN sent' :
        sent'[i].expiresSlot = (IF sent'[i].kind = "submit" THEN slot ELSE -1)]_vars
=============================================================================
