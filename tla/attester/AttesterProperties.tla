------------------------- MODULE AttesterProperties -------------------------
(***************************************************************************)
(* What must hold of an attester, whatever the checks that bring it about: *)
(* nothing here looks at refusals, except the property that refused events *)
(* do not happen.  Invariants speak of states.  Action properties,         *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/attester/bug that violates it, and each conjunct one that only it   *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS Attester, NodeOutcomes

-----------------------------------------------------------------------------
\* History: no rule reads it.
\* Of several pasts of one state the first is looked at: that the others add nothing
\* follows from RecordsAreKept, LostStoresWait and StartsAreLeftOut, which need none.

VARIABLE event     \* the event that was accepted last
VARIABLE sent      \* what was sent out with it
VARIABLE attested  \* the slots for which an attestation was ever made: a crash
                   \* that loses the store changes nothing of it
VARIABLE accepted  \* how many events were accepted: one that changes nothing
                   \* else is a step all the same

vars == <<attesterVariables, event, sent, attested, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ attested = {}
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ \E effects \in {Effects(State, e)} :
        /\ sent' = effects
        /\ attested' = attested \cup {effects[i].body.slot : i \in {n \in DOMAIN effects : effects[n].kind = "send"}}
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
Sends(kind) == \E i \in DOMAIN sent' : sent'[i].kind = kind

\* Something is signed in this step: what is signed leaves.
Signs == Sends("send")

\* There is something in work for the current slot, and nothing of it is lacking.
IsComplete(of, n, have) == of.slot = n /\ OwnOf(of.transactions, of.forced) \subseteq Elements(have)
CanExecute == IsComplete(work, slot, held)
CanExecuteNext == IsComplete(work', slot', held')

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* ATTEST-3, ATTEST-15: nobody works on or signs what is of a later slot.
NothingIsOfTheFuture ==
    /\ signed.slot <= slot
    /\ work.slot <= slot

\* ATTEST-2.
MembersSign == signed # NoProposal => Self \in Elements(CommitteeOf(signed.slot))

\* ATTEST-5.
SignedTimestampsAreRight == signed.timestampSlot = signed.slot

\* ATTEST-7: what a node remembers it signed after its start.
StartsAreLeftOut == signed # NoProposal => signed.slot >= signsFrom

\* ATTEST-11.
SignedSlotsAreFree == signed # NoProposal => signed.slot > signed.parent.slot

\* ATTEST-14: who signed can serve what it verified.
SignedIsHeld == OwnOf(signed.transactions, signed.forced) \subseteq Elements(held)

\* ATTEST-13, ATTEST-16.
SignedIsExecutable == OwnAreNew(signed.parent, signed.transactions, signed.forced)

\* ATTEST-17.
SignedBlobsAreComputed == signed.blobs = "match"

\* ATTEST-18.
SignedRootsAreComputed == IsOutcome(signed.root, signed.parent.root, signed.transactions)

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

\* FOLLOW-1, ATTEST-8: after a start there is no view and nothing in work.
CrashesForget == [][Happened("crash") => view' = NoView /\ work' = NoProposal]_vars

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
\* Action properties: what comes into work.

\* ATTEST-6, MESSAGE-1 to MESSAGE-5, MESSAGE-7: a message that is one, by the proposer.
OnlyProposersAreHeard ==
    [][Happened("receiveProposal") =>
        /\ event'.form = "fits"
        /\ event'.signer = ProposerOf(slot)]_vars

\* FOLLOW-1.
WhoKnowsNothingWaits == [][Happened("receiveProposal") => view.follows # "nothing"]_vars

\* ATTEST-8.
OneProposalIsWorkedOn ==
    [][Happened("receiveProposal") => work.slot # slot /\ work' = event'.proposal]_vars

\* ATTEST-8, ATTEST-19: work ends by its signature or a crash.
WorkIsFinished ==
    [][work' # work => Signs \/ event'.name \in {"receiveProposal", "crash"}]_vars

\* FOLLOW-5, ATTEST-1, ATTEST-4, ATTEST-9: nothing is begun that could not be signed now.
NothingIsBegunInVain ==
    [][Happened("receiveProposal") =>
        /\ ~view.alarm
        /\ ~view.fallback
        /\ phase \in {"build", "attest"}
        /\ work'.parent = view.tip
        /\ signed.slot < slot]_vars

\* ATTEST-12.
QueuesAreHonoured ==
    [][Happened("receiveProposal") =>
        /\ TakesTheFront(work'.transactions, work'.forced, view.queue)
        /\ TakesWhatIsDue(work'.transactions, work'.forced, view.queue)]_vars

\* ATTEST-13: forced ones may stand alone.
ListsHaveTheirMinimum ==
    [][Happened("receiveProposal") =>
        \/ Len(work'.transactions) >= MinTxPerBlock
        \/ work'.forced = Len(work'.transactions) /\ work'.forced > 0]_vars

-----------------------------------------------------------------------------
\* Action properties: what is sent out.

\* ATTEST-14: all that is lacking is asked for, once, in its order.
LacksAreRequested ==
    [][LET asked == SelectSeq(sent', LAMBDA effect : effect.kind = "request")
           names == [i \in DOMAIN asked |-> asked[i].body.transaction]
           L == work'.transactions
           place(t) == CHOOSE i \in OwnPlaces(L, work'.forced) : L[i] = t
       IN IF Happened("receiveProposal")
          THEN /\ Elements(names) = OwnOf(L, work'.forced) \ Elements(held)
               /\ \A i \in 1..Len(names) - 1 : place(names[i]) < place(names[i + 1])
          ELSE asked = <<>>]_vars

\* ATTEST-4, ATTEST-14: executed is what is complete, when it becomes so in time.
CompleteIsExecuted ==
    [][Sends("execute") <=> CanExecuteNext /\ ~CanExecute /\ phase \in {"build", "attest"}]_vars

\* ATTEST-15: and that is the work itself.
WorkIsExecuted ==
    [][Sends("execute") =>
        sent'[1].body = [parent |-> work'.parent, transactions |-> work'.transactions, forced |-> work'.forced]]_vars

\* ATTEST-19: what is recorded is sent in the same step.
AttestationsAreOfTheRecord ==
    [][Signs =>
        /\ Len(sent') = 1
        /\ sent'[1].body = signed']_vars

\* ATTEST-14, MESSAGE-10: whatever is sent is about this slot, and has an id of its own.
EffectsAreOfTheSlot ==
    [][/\ \A i \in DOMAIN sent' : sent'[i].expiresSlot = slot
       /\ \A i, j \in DOMAIN sent' : sent'[i].id = sent'[j].id => i = j]_vars

-----------------------------------------------------------------------------
\* Action properties: what is signed.

\* ATTEST-10: at most one per slot, whatever is remembered of it.
OneSignaturePerSlot == [][Signs => slot \notin attested]_vars

\* ATTEST-10, ATTEST-19: what is signed is recorded, and lost only with the store.
RecordsAreKept ==
    [][signed' = CASE Loses -> NoProposal
                   [] Signs -> work
                   [] OTHER -> signed]_vars

\* ATTEST-7: with a lost store the slot of the start is left out.
LostStoresWait == [][signsFrom' = (IF Loses THEN slot + 1 ELSE signsFrom)]_vars

\* ATTEST-15: what is signed was in work for this slot.
OnlyWorkIsSigned == [][Signs => work.slot = slot]_vars

\* FOLLOW-5.
NobodySignsUnderTheAlarm == [][Signs => ~view.alarm]_vars

\* ATTEST-1.
NobodySignsInFallback == [][Signs => ~view.fallback]_vars

\* ATTEST-4.
SignedInTime == [][Signs => phase \in {"build", "attest"}]_vars

\* ATTEST-9.
SignedOnTheOwnTip == [][Signs => signed'.parent = view.tip]_vars
=============================================================================
