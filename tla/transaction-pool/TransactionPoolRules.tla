------------------------ MODULE TransactionPoolRules ------------------------
(***************************************************************************)
(* The rules of a transaction pool as operators of a state value: which    *)
(* checks refuse an event, the state after it, and what is sent out with   *)
(* it.  There are no variables here, so that any state and any event can   *)
(* be asked about, reachable or not; TransactionPool makes an actor of     *)
(* them.                                                                   *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), what a proof is:     *)
(* whether it is right comes with the result of its verification.  A       *)
(* transaction is its name, and has one nullifier, which others may have   *)
(* too.  How many bytes a message may have, and its encoding, are its      *)
(* form.                                                                   *)
(***************************************************************************)
EXTENDS TransactionPoolTypes, TLC

Without(q, set) == SelectSeq(q, LAMBDA x : x \notin set)

CopyOf(e) == [transaction |-> e.transaction, proof |-> e.proof, from |-> e.from]
NotOf(copies, transactions) == SelectSeq(copies, LAMBDA c : c.transaction \notin transactions)

\* Of all that exist, those that are spent in the list.
SpentIn(list) == {t \in Elements(Transactions) : IsSpentIn(t, list, Nullifiers)}

Waiting(s) == Without(s.stored, SpentIn(s.view.root))
CopiesFrom(s, from) == SelectSeq(s.verifying, LAMBDA c : c.from = from)

IsStored(s, e) == e.transaction \in Elements(s.stored)
IsAsked(s, e) == e.transaction \in Elements(s.asked)

-----------------------------------------------------------------------------
\* tick.

Tick(s) == [s EXCEPT !.slot = @ + 1, !.asked = <<>>, !.answered = <<>>]

-----------------------------------------------------------------------------
\* follow: view.

\* TX-8, TX-10, TX-13: what is final, or spent by what is, is dropped, forced or not.
StillStored(before, report) ==
    InOrder(Transactions, (Elements(before) \cup Elements(report.queue)) \ SpentIn(report.final))

\* TX-7: what L1 showed is private no more.
StillStashed(before, kept, report) ==
    InOrder(Transactions, (Elements(before) \cap Elements(kept)) \ Shown(report))

\* TX-15, TX-16: what is held came, and what is spent for good is of no use.
Follow(s, e) ==
    LET kept == StillStored(s.stored, e.view)
        settled == Elements(kept) \cup SpentIn(e.view.final)
    IN [s EXCEPT !.view = e.view,
                 !.stored = kept,
                 !.stashed = StillStashed(@, kept, e.view),
                 !.verifying = NotOf(@, settled),
                 !.asked = Without(@, settled)]

-----------------------------------------------------------------------------
\* receiveTransaction: form, transaction, proof, from.

\* TX-5: what a final one spends is spent for good, whoever asked for another.
IsSpent(s, e) ==
    \/ e.transaction \in SpentIn(s.view.final)
    \/ e.transaction \in SpentIn(s.view.root) /\ ~IsAsked(s, e)

\* TX-14: what was asked for comes beyond the bound, once of each peer.
IsBusy(s, e) ==
    LET copies == CopiesFrom(s, e.from) IN
    /\ e.from \in Elements(Peers)
    /\ Len(copies) >= VerifyingMaximum
    /\ IsAsked(s, e) => e.transaction \in {c.transaction : c \in Elements(copies)}

ReceiveTransactionRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(~IsStored(s, e), "TransactionHeld"),                              \* TX-4
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),   \* TX-19
    Require(~IsSpent(s, e), "NullifierSpent"),                                \* TX-5
    Require(IsAsked(s, e) \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),      \* TX-12
    Require(~IsBusy(s, e), "SenderBusy") }                                    \* TX-14

ReceiveTransaction(s, e) ==
    [s EXCEPT !.verifying = InOrder(AllCopies, Elements(@) \cup {CopyOf(e)})]

-----------------------------------------------------------------------------
\* verified: transaction, proof, from, valid.

VerifiedRefusals(s, e) == UNION {
    Require(CopyOf(e) \in Elements(s.verifying), "NothingVerifying"),         \* TX-15
    Require(e.valid, "TransactionProofInvalid") }                             \* TX-1

\* TX-7: what L1 showed cannot become a secret.
IsSecret(s, e) == e.from = "stash" /\ e.transaction \notin Shown(s.view)
Stashed(s, e) ==
    IF IsSecret(s, e) THEN InOrder(Transactions, Elements(s.stashed) \cup {e.transaction})
    ELSE s.stashed

Verified(s, e) ==
    [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
              !.stashed = Stashed(s, e),
              !.verifying = NotOf(@, {e.transaction}),
              !.asked = Without(@, {e.transaction})]

-----------------------------------------------------------------------------
\* leave: from.

Leave(s, e) == [s EXCEPT !.verifying = SelectSeq(@, LAMBDA c : c.from # e.from)]

-----------------------------------------------------------------------------
\* ask: transaction.

AskRefusals(s, e) == Require(~IsAsked(s, e), "AlreadyAsked")                  \* TX-16

Ask(s, e) ==
    IF IsStored(s, e) THEN s
    ELSE [s EXCEPT !.asked = InOrder(Transactions, Elements(@) \cup {e.transaction})]

-----------------------------------------------------------------------------
\* release: transactions.

\* TX-7: each of them once.
Released(s, e) == Appended(<<>>, InOrder(e.transactions, Elements(s.stashed)))

Release(s, e) == [s EXCEPT !.stashed = Without(@, Elements(e.transactions))]

-----------------------------------------------------------------------------
\* receiveRequest: form, transaction, slot, from.

AnswerTo(e) == [transaction |-> e.transaction, to |-> e.from]
MaySend(s) == Elements(s.stored) \ Elements(s.stashed)

ReceiveRequestRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(e.slot = s.slot, "SlotNotCurrent"),                               \* TX-17
    Require(e.transaction \in MaySend(s), "TransactionNotHeld"),              \* TX-18
    Require(AnswerTo(e) \notin Elements(s.answered), "RequestAnswered") }     \* TX-17

ReceiveRequest(s, e) ==
    [s EXCEPT !.answered = InOrder(AllAnswers, Elements(@) \cup {AnswerTo(e)})]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) ==
    [s EXCEPT !.view = NoPoolView, !.verifying = <<>>, !.asked = <<>>, !.answered = <<>>]
Emptied(s) == [s EXCEPT !.stored = <<>>, !.stashed = <<>>]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "leave", "release", "crash"} -> {}
      [] e.name = "receiveTransaction" -> ReceiveTransactionRefusals(s, e)
      [] e.name = "verified"           -> VerifiedRefusals(s, e)
      [] e.name = "ask"                -> AskRefusals(s, e)
      [] e.name = "receiveRequest"     -> ReceiveRequestRefusals(s, e)

After(s, e) ==
    CASE e.name = "tick"               -> Tick(s)
      [] e.name = "follow"             -> Follow(s, e)
      [] e.name = "receiveTransaction" -> ReceiveTransaction(s, e)
      [] e.name = "verified"           -> Verified(s, e)
      [] e.name = "leave"              -> Leave(s, e)
      [] e.name = "ask"                -> Ask(s, e)
      [] e.name = "release"            -> Release(s, e)
      [] e.name = "receiveRequest"     -> ReceiveRequest(s, e)
      [] e.name = "crash"              -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

Verify(copy) ==
    Effect("verify", "verify/" \o copy.transaction \o "/" \o copy.proof \o "/" \o copy.from, copy, -1)
Tell(transaction) == Effect("tell", "held/" \o transaction, [transaction |-> transaction], -1)

\* MESSAGE-10.
Broadcast(transaction) ==
    Effect("send", "transaction/" \o transaction, [transaction |-> transaction, to |-> "all"], -1)
Answer(transaction, to, slot) ==
    Effect("send", "answer/" \o transaction \o "/" \o to \o "/" \o ToString(slot),
           [transaction |-> transaction, to |-> to], slot)
Request(transaction, slot) ==
    Effect("send", "request/" \o transaction \o "/" \o ToString(slot),
           [transaction |-> transaction, to |-> "all"], slot)

ToldOf(transactions) == [i \in DOMAIN transactions |-> Tell(transactions[i])]
SentOf(transactions) == [i \in DOMAIN transactions |-> Broadcast(transactions[i])]

\* TX-8: the roles learn of what is forced. TX-7, TX-2: peers get what L1 showed and is
\* held still.
FollowEffects(s, e) ==
    LET next == Follow(s, e)
        came == Without(next.stored, Elements(s.stored))
        opened == InOrder(Without(s.stashed, Elements(next.stashed)), Elements(next.stored))
    IN ToldOf(came) \o SentOf(opened)

\* TX-2, TX-7.
VerifiedEffects(s, e) ==
    <<Tell(e.transaction)>> \o (IF IsSecret(s, e) THEN <<>> ELSE <<Broadcast(e.transaction)>>)

\* TX-16.
AskEffects(s, e) ==
    <<IF IsStored(s, e) THEN Tell(e.transaction) ELSE Request(e.transaction, s.slot)>>

ReleaseEffects(s, e) == SentOf(Released(s, e))

Effects(s, e) ==
    CASE e.name = "follow"             -> FollowEffects(s, e)
      [] e.name = "receiveTransaction" -> <<Verify(CopyOf(e))>>
      [] e.name = "verified"           -> VerifiedEffects(s, e)
      [] e.name = "ask"                -> AskEffects(s, e)
      [] e.name = "release"            -> ReleaseEffects(s, e)
      [] e.name = "receiveRequest"     -> <<Answer(e.transaction, e.from, s.slot)>>
      [] e.name \in {"tick", "leave", "crash"} -> <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable. On what each conjunct says rests:
\* 1: release: whether what is not held can be sent; verified: whether what is held
\*    by then was stashed before.
\* 2: verified: whether what is held is taken again (TX-4, TX-15).
\* 3: ask: whether what is held is told or was asked for already; receiveTransaction:
\*    whether what is held counts as asked for.
\* 4: whether held is what is stored, or what waits in the queue as well (TX-8).
\* 5: whether what is spent for good is told, served and counted as held until the next
\*    report.
\* 6: verified: whether what is spent for good by then is held again (TX-10, TX-13, TX-15).
\* 7: follow: whether what was shown before is sent now; receiveRequest: whether what
\*    is shown is answered with (TX-7, TX-18).
\* Nothing is said of what is asked for and spent for good: a role can ask for it (TX-16).
\* Nor of a view whose root spends something twice: no answer rests on it.

Coherent(s) ==
    /\ Elements(s.stashed) \subseteq Elements(s.stored)
    /\ {c.transaction : c \in Elements(s.verifying)} \cap Elements(s.stored) = {}
    /\ Elements(s.asked) \cap Elements(s.stored) = {}
    /\ Elements(s.view.queue) \ SpentIn(s.view.final) \subseteq Elements(s.stored)
    /\ Elements(s.stored) \cap SpentIn(s.view.final) = {}
    /\ {c.transaction : c \in Elements(s.verifying)} \cap SpentIn(s.view.final) = {}
    /\ Elements(s.stashed) \cap Shown(s.view) = {}

-----------------------------------------------------------------------------
\* The state of a node that starts.
Initial == [
    slot      |-> 0,
    stored    |-> <<>>,
    stashed   |-> <<>>,
    view      |-> NoPoolView,
    verifying |-> <<>>,
    asked     |-> <<>>,
    answered  |-> <<>> ]
=============================================================================
