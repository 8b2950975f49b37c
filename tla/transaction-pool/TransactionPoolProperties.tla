--------------------- MODULE TransactionPoolProperties ----------------------
(***************************************************************************)
(* What must hold of a transaction pool, whatever the checks that bring it *)
(* about: nothing here looks at refusals, except the property that refused *)
(* events do not happen.  Invariants speak of states.  Action properties,  *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/transaction-pool/bug that violates it, and each conjunct one that   *)
(* only it sees.                                                           *)
(***************************************************************************)
EXTENDS TransactionPool

-----------------------------------------------------------------------------
\* History: no rule reads it, and no property reads more of it than the last step.

VARIABLE event     \* the event that was accepted last
VARIABLE sent      \* what was sent out with it
VARIABLE accepted  \* how many events were accepted: one that changes nothing
                   \* else is a step all the same

vars == <<poolVariables, event, sent, accepted>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ sent = <<>>
    /\ accepted = 0
HistoryNext(e) ==
    /\ event' = e
    /\ sent' = Effects(State, e)
    /\ accepted' = accepted + 1

Happened(name) == event'.name = name
Loses == Happened("crash") /\ event'.store = "lost"
Of(kind) == {sent'[i] : i \in {n \in DOMAIN sent' : sent'[n].kind = kind}}

\* What a result, or a transaction that comes in, is about.
Copy == [transaction |-> event'.transaction, proof |-> event'.proof, from |-> event'.from]

\* What is in the one sequence and not in the other.
Gone(before, after) == Elements(before) \ Elements(after)
New(before, after) == Elements(after) \ Elements(before)

NamesOf(copies) == {c.transaction : c \in Elements(copies)}

\* TX-13: of those with one nullifier nobody can spend more than one.
Alike(t) == {u \in Elements(Transactions) : Nullifiers[u] = Nullifiers[t]}
SpentBy(list) == UNION {Alike(t) : t \in Elements(list)}
\* TX-11: what another one, which is final, keeps from having its effects.
Dropped(v) == SpentBy(v.final) \ Elements(v.final)

WaitingNow == Elements(stored) \ SpentBy(view.root)

\* MESSAGE-10: the ids of what is sent, and of what goes to the node itself.
VerifyId(copy) == "verify/" \o copy.transaction \o "/" \o copy.proof \o "/" \o copy.from
ToldId(body) == "held/" \o body.transaction
RequestId(body) == "request/" \o body.transaction \o "/" \o ToString(slot)
TransactionId(body) == "transaction/" \o body.transaction
AnswerId(body) == "answer/" \o body.transaction \o "/" \o body.to \o "/" \o ToString(slot)

\* What is sent: requests, and transactions with their proofs.
RequestsSent == {effect.body : effect \in {it \in Of("send") : it.id = RequestId(it.body)}}
TransactionsSent == {effect.body : effect \in {it \in Of("send") : it.id # RequestId(it.body)}}
ToAll(transactions) == {[transaction |-> t, to |-> "all"] : t \in transactions}

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* TX-4, TX-15: nothing that is held is verified: not again, and not any more.
HeldIsNotVerified == NamesOf(verifying) \cap Elements(stored) = {}

\* TX-16: nothing that is held is asked for.
HeldIsNotLacked == Elements(asked) \cap Elements(stored) = {}

\* TX-8, TX-13: what is forced is held, until it is final or spent by what is.
ForcedIsHeld == Elements(view.queue) \ SpentBy(view.final) \subseteq Elements(stored)

\* TX-10: what is final in the view is not held.
FinalIsNotHeld == Elements(stored) \cap Elements(view.final) = {}

\* TX-13: nor is what spends the same, be it forced.
DroppedIsNotHeld == Elements(stored) \cap Dropped(view) = {}

\* TX-5, TX-15: it is not verified either: not taken of anybody, and not any more.
FinalIsNotVerified == NamesOf(verifying) \cap Elements(view.final) = {}

\* TX-5, TX-13: nor is what spends the same, whoever asked for it.
DroppedIsNotVerified == NamesOf(verifying) \cap Dropped(view) = {}

\* TX-7: what the view shows, in a block or in the queue, is no secret.
ShownIsNoSecret == Elements(stashed) \cap Shown(view) = {}

-----------------------------------------------------------------------------
\* Action properties: time, refusals, crashes and reports.

\* TX-16, TX-17: the slots come in their order, and nothing else moves the clock.
OnlyTimeMovesTheClock == [][slot' = (IF Happened("tick") THEN slot + 1 ELSE slot)]_vars

\* TX-16, TX-17: of what was asked for and answered each slot begins anew.
SlotsBeginAnew ==
    [][Happened("tick") =>
        /\ asked' = <<>>
        /\ answered' = <<>>]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

\* FOLLOW-1: after a start there is no view and nothing is being done.
CrashesForget ==
    [][Happened("crash") =>
        /\ view' = NoPoolView
        /\ verifying' = <<>>
        /\ asked' = <<>>
        /\ answered' = <<>>]_vars

\* FOLLOW-1: the view is what was reported last, as a whole.
ViewsAreReported ==
    [][~Happened("crash") => view' = (IF Happened("follow") THEN event'.view ELSE view)]_vars

\* MESSAGE-1 to MESSAGE-4: what is no message is not read.
OnlyMessagesAreRead == [][event'.name \in {"receiveTransaction", "receiveRequest"} => event'.form = "fits"]_vars

-----------------------------------------------------------------------------
\* Action properties: what is taken.

\* TX-19: the same proof of the same sender is verified once at a time.
SendersSendItOnce == [][Happened("receiveTransaction") => Copy \notin Elements(verifying)]_vars

\* TX-5, TX-13: unless it was asked for; what is spent for good is not taken at all
\* (FinalIsNotVerified, DroppedIsNotVerified).
SpentIsNotTaken ==
    [][Happened("receiveTransaction") =>
        event'.transaction \in Elements(asked) \/ event'.transaction \notin SpentBy(view.root)]_vars

\* TX-12: unless it was asked for.
FullPoolsTakeNothing ==
    [][Happened("receiveTransaction") =>
        event'.transaction \in Elements(asked) \/ Cardinality(WaitingNow) < PoolMaximum]_vars

\* TX-14: unless it comes from somebody to whom this node belongs, or was asked for and
\* none of that peer is verified.
PeersAreBounded ==
    [][Happened("receiveTransaction") =>
        LET copies == {c \in Elements(verifying) : c.from = event'.from} IN
        \/ event'.from \notin Elements(Peers)
        \/ Cardinality(copies) < VerifyingMaximum
        \/ /\ event'.transaction \in Elements(asked)
           /\ \A c \in copies : c.transaction # event'.transaction]_vars

\* TX-1: what is taken is verified, and nothing else.
TakenIsVerified ==
    [][{effect.body : effect \in Of("verify")} = (IF Happened("receiveTransaction") THEN {Copy} ELSE {})]_vars

\* TX-15, TX-19: the verifications that were begun are known, with whose they are.
BegunIsKnown ==
    [][IF Happened("receiveTransaction")
       THEN /\ Copy \in Elements(verifying')
            /\ New(verifying, verifying') \subseteq {Copy}
       ELSE New(verifying, verifying') = {}]_vars

\* TX-15, TX-13: a verification is over when the transaction is held or spent for good, the
\* sender has left or the node starts again.
BegunIsKept ==
    [][\A c \in Gone(verifying, verifying') :
        \/ c.transaction \in Elements(stored') \cup SpentBy(view'.final)
        \/ Happened("leave") /\ c.from = event'.from
        \/ Happened("crash")]_vars

\* TX-15.
LeavingEndsVerifications == [][Happened("leave") => \A c \in Elements(verifying') : c.from # event'.from]_vars

\* TX-15: a result is one of a verification that is not over.
ResultsAreOfTheBegun == [][Happened("verified") => Copy \in Elements(verifying)]_vars

-----------------------------------------------------------------------------
\* Action properties: what is held.

\* TX-1.
WrongProofsAreRefused == [][Happened("verified") => event'.valid]_vars

\* TX-1, TX-8: L1 verified what is forced.
OnlyVerifiedIsHeld ==
    [][\A t \in New(stored, stored') :
        \/ Happened("verified") /\ event'.transaction = t
        \/ Happened("follow") /\ t \in Elements(event'.view.queue)]_vars

\* TX-2, TX-13: whatever else is held.
VerifiedIsHeld == [][Happened("verified") => event'.transaction \in Elements(stored')]_vars

\* TX-10, TX-13: it is held until the view shows that it, or one that spends the same, is
\* final, or the store is lost.
HeldIsKept ==
    [][IF Loses THEN stored' = <<>>
       ELSE Gone(stored, stored') \subseteq SpentBy(view'.final)]_vars

\* TX-1, TX-8, TX-16: the roles of the node are told of what comes to be held, and of what
\* one of them lacks and is held.
RolesAreTold ==
    [][{effect.body.transaction : effect \in Of("tell")} =
           New(stored, stored') \cup
               (IF Happened("ask") THEN {event'.transaction} \cap Elements(stored) ELSE {})]_vars

-----------------------------------------------------------------------------
\* Action properties: what is passed on.

\* TX-2: never one that is not held.
OnlyHeldIsPassedOn ==
    [][{body.transaction : body \in TransactionsSent} \subseteq Elements(stored')]_vars

\* TX-2: what is held once it was verified (VerifiedIsHeld) is passed on in the same step,
\* unless it is a secret.
VerifiedIsPassedOn ==
    [][Happened("verified") /\ event'.transaction \in Elements(stored') \ Elements(stashed') =>
        TransactionsSent = ToAll({event'.transaction})]_vars

\* TX-7: nothing of the stash is sent.
StashedIsPrivate == [][{body.transaction : body \in TransactionsSent} \cap Elements(stashed') = {}]_vars

\* TX-7: the stash is what was given for it before L1 showed it.
StashIsFilled ==
    [][New(stashed, stashed') =
           (IF Happened("verified") /\ event'.from = "stash"
            THEN {event'.transaction} \ Shown(view) ELSE {})]_vars

\* TX-7: it stays private until the node proposes it, L1 shows it or it is not held.
StashedIsKept ==
    [][\A t \in Gone(stashed, stashed') :
        \/ Happened("release") /\ t \in Elements(event'.transactions)
        \/ Happened("follow") /\ t \in Shown(event'.view)
        \/ t \notin Elements(stored')]_vars

\* TX-7: what L1 shows of the stash is sent, as far as it is held still (TX-2).
ShownIsPublic ==
    [][Happened("follow") =>
        TransactionsSent = ToAll(Elements(stashed) \cap Shown(event'.view) \cap Elements(stored'))]_vars

\* TX-7: what the node proposes is sent.
ProposedIsPublic ==
    [][Happened("release") =>
        TransactionsSent = ToAll(Elements(stashed) \cap Elements(event'.transactions))]_vars

\* TX-2, TX-7, TX-18: there is no other occasion to send a transaction.
SendingHasAnOccasion ==
    [][TransactionsSent # {} => event'.name \in {"follow", "verified", "release", "receiveRequest"}]_vars

\* TX-2, TX-7: nothing is sent or told twice at once.
EverythingGoesOutOnce == [][Len(sent') = Cardinality(Elements(sent'))]_vars

-----------------------------------------------------------------------------
\* Action properties: what is asked for, and what is answered.

\* TX-16: nothing is asked for twice in a slot. A start forgets what was asked for.
AskedOnce == [][Happened("ask") => event'.transaction \notin Elements(asked)]_vars

\* TX-16: what was asked for and is not held is known, to TX-5, TX-12 and TX-14 as well.
AskedIsKnown ==
    [][IF Happened("ask")
       THEN /\ event'.transaction \in Elements(asked') \cup Elements(stored')
            /\ New(asked, asked') \subseteq {event'.transaction}
       ELSE New(asked, asked') = {}]_vars

\* TX-16: until it came, is found to be spent for good, or the slot is over.
AskedIsKept ==
    [][\/ event'.name \in {"tick", "crash"}
       \/ Gone(asked, asked') \subseteq
              Elements(stored') \cup (IF Happened("follow") THEN SpentBy(event'.view.final) ELSE {})]_vars

\* TX-5: what is found to be final is waited for no more.
FinalIsNotWaitedFor == [][Happened("follow") => Elements(asked') \cap Elements(event'.view.final) = {}]_vars

\* TX-5, TX-13: nor is what spends the same.
DroppedIsNotWaitedFor == [][Happened("follow") => Elements(asked') \cap Dropped(event'.view) = {}]_vars

\* TX-16: one request leaves the node, for what it does not hold.
AskedIsRequested ==
    [][RequestsSent =
           (IF Happened("ask") THEN ToAll({event'.transaction} \ Elements(stored)) ELSE {})]_vars

\* TX-17.
AnswersAreOfTheSlot == [][Happened("receiveRequest") => event'.slot = slot]_vars

\* TX-17: one per peer, transaction and slot. A start forgets what was answered.
AnsweredOnce ==
    [][Happened("receiveRequest") =>
        [transaction |-> event'.transaction, to |-> event'.from] \notin Elements(answered)]_vars

\* TX-17: what was answered in this slot is known.
AnsweredIsKnown ==
    [][event'.name \in {"tick", "crash"}
       \/ Elements(answered') =
              Elements(answered) \cup
                  (IF Happened("receiveRequest")
                   THEN {[transaction |-> event'.transaction, to |-> event'.from]} ELSE {})]_vars

\* TX-18: a request is answered with the transaction and costs nothing else.
RequestsAreAnswered ==
    [][Happened("receiveRequest") =>
        /\ TransactionsSent = {[transaction |-> event'.transaction, to |-> event'.from]}
        /\ Len(sent') = 1]_vars

-----------------------------------------------------------------------------
\* Action properties: ids.

\* MESSAGE-10.
IdsAreOfTheContent ==
    [][/\ \A effect \in Of("send") :
           effect.id = (IF Happened("ask") THEN RequestId(effect.body)
                        ELSE IF Happened("receiveRequest") THEN AnswerId(effect.body)
                        ELSE TransactionId(effect.body))
       /\ \A effect \in Of("verify") : effect.id = VerifyId(effect.body)
       /\ \A effect \in Of("tell") : effect.id = ToldId(effect.body)]_vars

\* TX-16, TX-17: a request and its answer are of the slot, what is held is of none.
EffectsExpireWithTheirSlot ==
    [][\A effect \in Elements(sent') :
        effect.expiresSlot =
            (IF effect.kind = "send" /\ event'.name \in {"ask", "receiveRequest"} THEN slot ELSE -1)]_vars
=============================================================================
