------------------------- MODULE ProposerProperties -------------------------
(***************************************************************************)
(* What must hold of a proposer, whatever the checks that bring it about:  *)
(* nothing here looks at refusals, except the property that refused events *)
(* do not happen.  Invariants speak of states.  Action properties,         *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/proposer/bug that violates it, and each conjunct one that only it   *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS Proposer, NodeOutcomes

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at: that the others add nothing
\* follows from RecordsAreKept, LostStoresWait and StartsAreLeftOut, which need none.

VARIABLE event      \* the event that was accepted last
VARIABLE sent       \* what was sent out with it
VARIABLE announced  \* the slots for which a proposal was ever made: a crash that
                    \* loses the store changes nothing of it
VARIABLE submitted  \* the slots whose block was ever handed to L1
VARIABLE accepted   \* how many events were accepted: one that changes nothing
                    \* else is a step all the same

vars == <<proposerVariables, event, sent, announced, submitted, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ announced = {}
    /\ submitted = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        LET of(kind) == {effects[i] : i \in {n \in DOMAIN effects : effects[n].kind = kind}} IN
        /\ sent' = effects
        /\ announced' = announced \cup {effect.body.slot : effect \in of("send")}
        /\ submitted' = submitted \cup {effect.body.proposal.slot : effect \in of("submit")}
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
Sends(kind) == \E i \in DOMAIN sent' : sent'[i].kind = kind

\* A proposal is signed in this step, or a block handed to L1: what is signed leaves.
Proposes == Sends("send")
Publishes == Sends("submit")
Begins == building' # building /\ building'.slot = slot

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* BUILD-18: nothing is built or proposed for a later slot.
NothingIsOfTheFuture ==
    /\ proposed.slot <= slot
    /\ building.slot <= slot

\* BUILD-2.
ProposersPropose == proposed # NoProposal => ProposerOf(proposed.slot) = Self

\* BUILD-5: what a node remembers it proposed after its start.
StartsAreLeftOut == proposed # NoProposal => proposed.slot >= signsFrom

\* BUILD-8.
ProposedSlotsAreFree == proposed # NoProposal => proposed.slot > proposed.parent.slot

\* BUILD-13: forced ones may stand alone.
ListsHaveTheirMinimum ==
    proposed # NoProposal =>
        \/ Len(proposed.transactions) >= MinTxPerBlock
        \/ proposed.forced = Len(proposed.transactions) /\ proposed.forced > 0

\* BUILD-14: who proposed can serve what it proposed.
ProposedIsHeld == OwnOf(proposed.transactions, proposed.forced) \subseteq Elements(held)

\* BUILD-15, BUILD-16.
ProposedIsExecutable == OwnAreNew(proposed.parent, proposed.transactions, proposed.forced)

\* BUILD-18.
ProposedIsComputed ==
    /\ IsOutcome(proposed.root, proposed.parent.root, proposed.transactions)
    /\ proposed.blobs = "match"
    /\ proposed.timestampSlot = proposed.slot

\* BUILD-20: each of them once, in the order of the committee.
AttestationsAreOfMembers ==
    attestations # <<>> =>
        \E places \in SUBSET DOMAIN CommitteeOf(proposed.slot) :
            Cardinality(places) = Len(attestations)
            /\ \A i \in places :
                attestations[Cardinality({j \in places : j <= i})] = CommitteeOf(proposed.slot)[i]

\* BUILD-21: more than two thirds of the committee.
PublishedAtQuorum ==
    published => 3 * Cardinality(Elements(attestations)) > 2 * Len(CommitteeOf(proposed.slot))

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and reports.

\* BUILD-24: the phases come in their order, and nothing else moves them.
TimeMovesOnlyTheClock ==
    [][IF Happened("tick")
       THEN /\ [State' EXCEPT !.slot = slot, !.phase = phase] = State
            /\ <<phase, phase', slot' - slot>> \in
                   {<<"build", "attest", 0>>, <<"attest", "publish", 0>>,
                    <<"publish", "closed", 0>>, <<"closed", "build", 1>>}
       ELSE slot' = slot /\ phase' = phase]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* FOLLOW-1: after a start there is no view and nothing is being executed.
CrashesForget == [][Happened("crash") => view' = NoView /\ building' = NoBuilding]_vars

\* FOLLOW-1: the view is what was reported last, as a whole.
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
\* Action properties: what is built.

\* BUILD-7: one at a time on one tip.
OneBlockIsBuilt ==
    [][Happened("build") => building.slot # slot \/ building.parent # view.tip]_vars

\* BUILD-18: what was chosen is what is begun, in this slot.
ChosenIsBuilt ==
    [][Happened("build") =>
        <<building'.slot, building'.transactions, building'.forced>> =
            <<slot, event'.transactions, event'.forced>>]_vars

\* FOLLOW-1, FOLLOW-5, FOLLOW-9, BUILD-1, BUILD-2, BUILD-4 to BUILD-6: nothing is begun
\* that could not be proposed now.
NothingIsBegunInVain ==
    [][Begins =>
        /\ view.follows = "level"
        /\ ~view.alarm
        /\ ~view.fallback
        /\ phase = "build"
        /\ building'.parent = view.tip
        /\ proposed.slot < slot
        /\ signsFrom <= slot]_vars

\* BUILD-9 to BUILD-12.
QueuesAreHonoured ==
    [][Begins =>
        /\ TakesTheFront(building'.transactions, building'.forced, view.queue)
        /\ TakesWhatIsDue(building'.transactions, building'.forced, view.queue)]_vars

\* BUILD-18: what was begun is executed, and nothing else.
BegunIsExecuted ==
    [][LET what == [parent       |-> building'.parent,
                    transactions |-> building'.transactions,
                    forced       |-> building'.forced]
       IN IF Happened("build") THEN Len(sent') = 1 /\ Sends("execute") /\ sent'[1].body = what
          ELSE ~Sends("execute")]_vars

\* BUILD-7: what was begun stays until it is proposed or a crash takes it.
BegunIsKept ==
    [][building' # building => Proposes \/ event'.name \in {"build", "crash"}]_vars

-----------------------------------------------------------------------------
\* Action properties: what is proposed.

\* BUILD-6: at most one per slot, whatever is remembered of it.
OneProposalPerSlot == [][Proposes => slot \notin announced]_vars

\* BUILD-6: what was proposed is remembered, and lost only with the store.
RecordsAreKept ==
    [][IF Loses THEN proposed' = NoProposal ELSE proposed' # proposed => Proposes]_vars

\* BUILD-5: with a lost store the slot of the start is left out.
LostStoresWait == [][signsFrom' = (IF Loses THEN slot + 1 ELSE signsFrom)]_vars

\* BUILD-6: what is recorded is sent in the same step.
ProposalsAreOfTheRecord ==
    [][Proposes =>
        /\ Len(sent') = 1
        /\ sent'[1].body = proposed']_vars

\* BUILD-18.
OnlyWhatWasBuiltIsProposed ==
    [][Proposes =>
        /\ building.slot = slot
        /\ <<proposed'.parent, proposed'.transactions, proposed'.forced>> =
               <<building.parent, building.transactions, building.forced>>]_vars

\* FOLLOW-9, FOLLOW-1.
ProposedLevel == [][Proposes => view.follows = "level"]_vars

\* FOLLOW-5.
NobodyProposesUnderTheAlarm == [][Proposes => ~view.alarm]_vars

\* BUILD-1.
NobodyProposesInFallback == [][Proposes => ~view.fallback]_vars

\* BUILD-3.
ProposedOnTheOwnTip == [][Proposes => proposed'.parent = view.tip]_vars

\* BUILD-4.
ProposedInTime == [][Proposes => phase = "build"]_vars

-----------------------------------------------------------------------------
\* Action properties: what is collected and published.

\* BUILD-19, BUILD-20, MESSAGE-1 to MESSAGE-4, MESSAGE-8: a message that is one, of the
\* own proposal of this slot.
OnlyOwnAreCollected ==
    [][Happened("receiveAttestation") =>
        /\ event'.form = "fits"
        /\ event'.proposal = proposed
        /\ proposed.slot = slot]_vars

\* BUILD-20: each adds its signer, whom nobody had before.
AttestationsAreAdded ==
    [][IF Happened("receiveAttestation")
       THEN /\ event'.signer \notin Elements(attestations)
            /\ Elements(attestations') = Elements(attestations) \cup {event'.signer}
       ELSE attestations' = (IF Proposes \/ Loses THEN <<>> ELSE attestations)]_vars

\* BUILD-22, BUILD-23: what can still be published is collected for.
CollectedInTime == [][Happened("receiveAttestation") => ~published /\ phase # "closed"]_vars

\* BUILD-22: at most once per slot, across crashes.
OneBlockPerSlot == [][Publishes => slot \notin submitted]_vars

\* BUILD-22: what was handed to L1 is remembered.
PublishedIsKept == [][published' = (Happened("publish") \/ (published /\ ~Proposes /\ ~Loses))]_vars

\* BUILD-22: what is recorded is submitted in the same step, with the attestations that
\* there are.
SubmittedIsTheRecord ==
    [][Publishes =>
        /\ Len(sent') = 1
        /\ sent'[1].body = [proposal |-> proposed, attestations |-> attestations]]_vars

\* BUILD-19, BUILD-23.
PublishedInTime == [][Publishes => proposed.slot = slot /\ phase # "closed"]_vars

\* FOLLOW-9, FOLLOW-1.
PublishedLevel == [][Publishes => view.follows = "level"]_vars

\* FOLLOW-5.
NobodyPublishesUnderTheAlarm == [][Publishes => ~view.alarm]_vars

\* BUILD-1.
NobodyPublishesInFallback == [][Publishes => ~view.fallback]_vars

\* BUILD-3.
PublishedOnTheOwnTip == [][Publishes => proposed.parent = view.tip]_vars

\* MESSAGE-10: whatever is sent is about this slot.
EffectsAreOfTheSlot == [][\A i \in DOMAIN sent' : sent'[i].expiresSlot = slot]_vars
=============================================================================
