---------------------------- MODULE AttesterRules ----------------------------
(***************************************************************************)
(* The rules of an attester as operators of a state value: which checks    *)
(* refuse an event, the state after it, and what is sent out with it.      *)
(* There are no variables here, so that any state and any event can be     *)
(* asked about, reachable or not; Attester makes an actor of them.         *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: how the view comes about (the follower), what verifies        *)
(* proofs, whom to ask for transactions and who serves them,               *)
(* seconds (BUILD-24).  A signature is its signer and what it signs.       *)
(***************************************************************************)
EXTENDS AttesterTypes

\* ATTEST-4.
IsOpen(s) == s.phase \in {"build", "attest"}

\* ATTEST-15: a work of an earlier slot counts as none.
IsLive(s) == s.work.slot = s.slot

\* ATTEST-14: what of a list is not held, each once, in order. TX-8: what is forced
\* counts as held.
RECURSIVE Once(_)
Once(L) ==
    IF L = <<>> THEN <<>>
    ELSE <<Head(L)>> \o Once(SelectSeq(Tail(L), LAMBDA t : t # Head(L)))
Missing(s) ==
    Once(SelectSeq(Others(s.work.transactions, s.work.forced), LAMBDA t : t \notin Elements(s.held)))

AttestingOpen(s) == Require(IsOpen(s), "AttestingClosed")                     \* ATTEST-4

-----------------------------------------------------------------------------
\* follow, transactionVerified.

Follow(s, e) == [s EXCEPT !.view = e.view]
Verified(s, e) == [s EXCEPT !.held = Held(@, e.transaction)]

-----------------------------------------------------------------------------
\* receiveProposal.

ReceiveProposalRefusals(s, e) ==
    LET p == e.proposal IN UNION {
    FormRefusals(e.form),
    Require(e.form # "list", "ListMismatch"),                                 \* MESSAGE-5
    Require(s.view.follows # "nothing", "NotFollowing"),                      \* FOLLOW-1
    NoAlarm(s),
    NoFallback(s),
    Require(Self \in Elements(CommitteeOf(s.slot)), "NotMember"),             \* ATTEST-2
    Require(p.slot = s.slot, "SlotNotCurrent"),                               \* ATTEST-3
    AttestingOpen(s),
    Require(p.timestampSlot = p.slot, "TimestampMismatch"),                   \* ATTEST-5
    SignatureRefusals(e.form),
    Require(e.signer = ProposerOf(s.slot), "SignerNotProposer"),              \* ATTEST-6
    Require(s.slot >= s.signsFrom, "StartTooRecent"),                         \* ATTEST-7
    Require(~IsLive(s), "ProposalInWork"),                                    \* ATTEST-8
    Require(p.parent = s.view.tip, "ParentNotTip"),                           \* ATTEST-9
    Require(s.signed.slot < s.slot, "AlreadySigned"),                         \* ATTEST-10
    Require(p.slot > s.view.tip.slot, "SlotTaken"),                           \* ATTEST-11
    QueueRefusals(p.transactions, p.forced, s.view.queue),                    \* ATTEST-12
    Require(~Few(p.transactions, p.forced), "TooFewTransactions"),            \* ATTEST-13
    Require(~Twice(p.transactions, p.forced), "TransactionTwice") }           \* ATTEST-13

ReceiveProposal(s, e) == [s EXCEPT !.work = e.proposal]

-----------------------------------------------------------------------------
\* executed: parent, transactions, forced.

ExecutedRefusals(s, e) ==
    LET w == s.work
        isOfWork == e.parent = w.parent /\ e.transactions = w.transactions /\ e.forced = w.forced
    IN UNION {
    Require(IsLive(s) /\ isOfWork /\ Missing(s) = <<>>, "NothingExecuting"),  \* ATTEST-15, ATTEST-14
    NoAlarm(s),
    NoFallback(s),
    AttestingOpen(s),
    Require(w.parent = s.view.tip, "ParentNotTip"),                           \* ATTEST-9
    Require(Executable(w.parent, w.transactions, w.forced), "NotExecutable"), \* ATTEST-16
    Require(w.blobs = "match", "BlobHashesMismatch"),                         \* ATTEST-17
    Require(w.root = Root(w.parent, w.transactions, w.forced), "RootMismatch") }  \* ATTEST-18

\* ATTEST-19.
Executed(s) == [s EXCEPT !.signed = s.work, !.work = NoProposal]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoView, !.work = NoProposal]
\* ATTEST-7.
Emptied(s) == [s EXCEPT !.held = <<>>, !.signed = NoProposal, !.signsFrom = s.slot + 1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "follow", "crash"} -> {}
      [] e.name = "transactionVerified"         -> VerifiedRefusals(s, e)
      [] e.name = "receiveProposal"             -> ReceiveProposalRefusals(s, e)
      [] e.name = "executed"                    -> ExecutedRefusals(s, e)

After(s, e) ==
    CASE e.name = "tick"                -> Tick(s)
      [] e.name = "follow"              -> Follow(s, e)
      [] e.name = "transactionVerified" -> Verified(s, e)
      [] e.name = "receiveProposal"     -> ReceiveProposal(s, e)
      [] e.name = "executed"            -> Executed(s)
      [] e.name = "crash"               -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out, in order.

\* MESSAGE-10.
Request(transaction, slot) ==
    Effect("request", "request/" \o transaction \o "/" \o ToString(slot),
           [transaction |-> transaction], slot)
Attestation(proposal, slot) ==
    Effect("send", "attestation/" \o Self \o "/" \o ToString(slot), proposal, slot)

\* ATTEST-14: what is lacking is asked for, and nothing is executed before it is there.
ReceiveProposalEffects(next) ==
    LET missing == Missing(next)
    IN IF missing = <<>> THEN <<Execute(next.work, next.slot)>>
       ELSE [i \in DOMAIN missing |-> Request(missing[i], next.slot)]
VerifiedEffects(s, next) ==
    IF IsLive(s) /\ IsOpen(s) /\ Missing(s) # <<>> /\ Missing(next) = <<>>
    THEN <<Execute(s.work, s.slot)>> ELSE <<>>
\* ATTEST-19.
ExecutedEffects(next) == <<Attestation(next.signed, next.slot)>>

Effects(s, e) ==
    CASE e.name = "receiveProposal"            -> ReceiveProposalEffects(After(s, e))
      [] e.name = "transactionVerified"        -> VerifiedEffects(s, After(s, e))
      [] e.name = "executed"                   -> ExecutedEffects(After(s, e))
      [] e.name \in {"tick", "follow", "crash"} -> <<>>

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable.

\* What was let through when it came, whatever the view is by now.
IsReceivable(p) ==
    /\ p.timestampSlot = p.slot
    /\ p.slot \in Slots
    /\ Self \in Elements(CommitteeOf(p.slot))
    /\ p.parent.slot < p.slot
    /\ p.forced <= Len(p.transactions)
    /\ ~Few(p.transactions, p.forced)
    /\ ~Twice(p.transactions, p.forced)

Coherent(s) ==
    /\ s.signsFrom <= s.slot + 1
    /\ s.signed # NoProposal =>
        /\ IsReceivable(s.signed)
        /\ s.signed.slot \in s.signsFrom..s.slot
        /\ Elements(Others(s.signed.transactions, s.signed.forced)) \subseteq Elements(s.held)
        /\ s.signed.blobs = "match"
        /\ Executable(s.signed.parent, s.signed.transactions, s.signed.forced)
        /\ s.signed.root = Root(s.signed.parent, s.signed.transactions, s.signed.forced)
    /\ s.work # NoProposal =>
        /\ IsReceivable(s.work)
        /\ s.work.slot \in s.signsFrom..s.slot
        /\ s.work.slot > s.signed.slot

-----------------------------------------------------------------------------
\* The state of a node that started before genesis.
Initial == [
    slot      |-> 0,
    phase     |-> "build",
    held      |-> InitialHeld,
    signed    |-> NoProposal,
    signsFrom |-> 0,
    view      |-> NoView,
    work      |-> NoProposal ]
=============================================================================
