------------------------ MODULE TransactionPoolReach ------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCTransactionPool

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event sent something with this id.
SentAs(id) == \E i \in DOMAIN sent : sent[i].id = id

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile gossip.
\* MESSAGE-1: receiveTransaction is refused for this alone.
NeverMessageOversizedOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "MessageOversized")

\* Reached in profile gossip.
\* MESSAGE-2: receiveTransaction is refused for this alone.
NeverVersionUnknownOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "VersionUnknown")

\* Reached in profile gossip.
\* MESSAGE-3: receiveTransaction is refused for this alone.
NeverDomainMismatchOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "DomainMismatch")

\* Reached in profile gossip.
\* MESSAGE-4: receiveTransaction is refused for this alone.
NeverMessageMalformedOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "MessageMalformed")

\* Reached in profile serve.
\* TX-4: receiveTransaction is refused for this alone.
NeverTransactionHeldOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "TransactionHeld")

\* Reached in profile serve.
\* TX-19: receiveTransaction is refused for this alone.
NeverVerificationPendingOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "VerificationPending")

\* Reached in profile gossip.
\* TX-5: receiveTransaction is refused for this alone.
NeverNullifierSpentOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "NullifierSpent")

\* Reached in profile gossip.
\* TX-12: receiveTransaction is refused for this alone.
NeverPoolFullOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "PoolFull")

\* Reached in profile gossip.
\* TX-14: receiveTransaction is refused for this alone.
NeverSenderBusyOfReceiveTransaction == ~RefusedAlone("receiveTransaction", "SenderBusy")

\* Reached in profile gossip.
\* TX-15: verified is refused for this alone.
NeverNothingVerifyingOfVerified == ~RefusedAlone("verified", "NothingVerifying")

\* Reached in profile gossip.
\* TX-1: verified is refused for this alone.
NeverTransactionProofInvalidOfVerified == ~RefusedAlone("verified", "TransactionProofInvalid")

\* Reached in profile gossip.
\* TX-16: ask is refused for this alone.
NeverAlreadyAskedOfAsk == ~RefusedAlone("ask", "AlreadyAsked")

\* Reached in profile serve.
\* MESSAGE-1: receiveRequest is refused for this alone.
NeverMessageOversizedOfReceiveRequest == ~RefusedAlone("receiveRequest", "MessageOversized")

\* Reached in profile serve.
\* MESSAGE-2: receiveRequest is refused for this alone.
NeverVersionUnknownOfReceiveRequest == ~RefusedAlone("receiveRequest", "VersionUnknown")

\* Reached in profile serve.
\* MESSAGE-3: receiveRequest is refused for this alone.
NeverDomainMismatchOfReceiveRequest == ~RefusedAlone("receiveRequest", "DomainMismatch")

\* Reached in profile serve.
\* MESSAGE-4: receiveRequest is refused for this alone.
NeverMessageMalformedOfReceiveRequest == ~RefusedAlone("receiveRequest", "MessageMalformed")

\* Reached in profile serve.
\* TX-17: receiveRequest is refused for this alone.
NeverSlotNotCurrentOfReceiveRequest == ~RefusedAlone("receiveRequest", "SlotNotCurrent")

\* Reached in profile serve.
\* TX-18: receiveRequest is refused for this alone.
NeverTransactionNotHeldOfReceiveRequest == ~RefusedAlone("receiveRequest", "TransactionNotHeld")

\* Reached in profile serve.
\* TX-17: receiveRequest is refused for this alone.
NeverRequestAnsweredOfReceiveRequest == ~RefusedAlone("receiveRequest", "RequestAnswered")

-----------------------------------------------------------------------------
\* What is taken.

\* Reached in profile gossip.
\* TX-19: two proofs of one transaction by two peers are verified at once.
NeverVerifiedForTwo ==
    ~({CopyFrom("t2", "a", "p1"), CopyFrom("t2", "b", "p2")} \subseteq Elements(verifying))

\* Reached in profile gossip.
\* TX-14, TX-19: a second proof of one peer is refused for the bound, not as the same, even
\* if it was asked for.
NeverBusyWithWhatWasAsked ==
    ~(/\ "t1" \in Elements(asked)
      /\ CopyFrom("t1", "a", "p1") \in Elements(verifying)
      /\ Refusals(State, BaseOfTransaction(CopyFrom("t1", "b", "p1"))) = {"SenderBusy"})

\* Reached in profile gossip.
\* TX-12: more wait than may, by what was begun before.
NeverMoreThanMayWait == Cardinality(WaitingNow) <= PoolMaximum

\* Reached in profile gossip.
\* TX-14: a peer has one more verified than it may, which was asked for.
NeverMoreOfOnePeer == \A p \in Elements(Peers) : Len(CopiesFrom(State, p)) <= VerifyingMaximum

\* Reached in profile gossip.
\* TX-5: what is spent is held since it was asked for.
NeverSpentAndTaken == ~(event.name = "verified" /\ "t1" \in Elements(view.root))

\* Reached in profile gossip.
\* TX-8: what is forced is held at once, while others are being verified.
NeverForcedMeanwhile ==
    ~(event.name = "follow" /\ SentAs("held/t2") /\ NamesOf(verifying) = {"t1"})

\* Reached in profile gossip.
\* TX-10: what was held is dropped, and another stays.
NeverDropped == ~(event.name = "follow" /\ stored = <<"t2">> /\ view.final = <<"t1">>)

\* Reached in profile gossip.
\* TX-15: what is final is not verified any more, and another goes on.
NeverGivenUp ==
    ~(event.name = "follow" /\ NamesOf(verifying) = {"t2"} /\ view.final = <<"t1">>)

\* Reached in profile gossip.
\* TX-5: what is final is refused though it was asked for.
NeverFinalAndAsked ==
    ~(/\ "t1" \in Elements(asked)
      /\ Refusals(State, BaseOfTransaction(CopyFrom("t1", "a", "p1"))) = {"NullifierSpent"})

-----------------------------------------------------------------------------
\* Those that spend the same.

\* Reached in profile spend.
\* TX-13: both are held.
NeverBothAreHeld == ~({"t1", "t2"} \subseteq Elements(stored))

\* Reached in profile spend.
\* TX-5, TX-13: with t1 at the own tip t2 is refused from whoever sends it, for this alone.
NeverRefusedOfAnybody ==
    ~(/\ view.root = <<"t1">>
      /\ \A from \in Sending :
             Refusals(State, BaseOfTransaction(CopyFrom("t2", "a", from))) = {"NullifierSpent"})

\* Reached in profile spend.
\* TX-13: with t1 at the own tip t2 is held still, with t1 final it is dropped.
NeverDroppedForAnother ==
    ~(/\ view.root = <<"t1">>
      /\ "t2" \in Elements(stored)
      /\ \E v \in Elements(Views) :
             v.final = <<"t1">> /\ "t2" \notin Elements(Follow(State, [view |-> v]).stored))

\* Reached in profile spend.
\* TX-12, TX-13: t2 is held and does not wait, so that t3 is taken.
NeverRoomBeside ==
    ~(/\ stored = <<"t2">>
      /\ view.root = <<"t1">>
      /\ event = BaseOfTransaction(CopyFrom("t3", "a", "stash")))

\* Reached in profile spend.
\* TX-5, TX-13: with t1 at the own tip t2 is taken since it was asked for.
NeverSpentByAnotherAndTaken ==
    ~(view.root = <<"t1">> /\ event = BaseOfTransaction(CopyFrom("t2", "a", "p1")))

\* Reached in profile spend.
\* TX-5, TX-13: with t1 final t2 is refused though it was asked for, for this alone.
NeverDroppedAndAsked ==
    ~(/\ view.final = <<"t1">>
      /\ "t2" \in Elements(asked)
      /\ Refusals(State, BaseOfTransaction(CopyFrom("t2", "a", "p1"))) = {"NullifierSpent"})

\* Reached in profile spend.
\* TX-15: with t1 final t2 is not verified any more, and t3 goes on.
NeverGivenUpForAnother ==
    ~(event.name = "follow" /\ view.final = <<"t1">> /\ NamesOf(verifying) = {"t3"})

\* Reached in profile spend.
\* TX-8, TX-13: with t1 final t2 is neither held nor told though it waits in the queue, and
\* t3 is held still.
NeverForcedInVain ==
    ~(event.name = "follow" /\ view.queue = <<"t2">> /\ stored = <<"t3">> /\ sent = <<>>)

\* Reached in profile spend.
\* TX-7, TX-13: a secret stays one while a block shows another one that spends the same.
NeverSecretBeside ==
    ~(event.name = "follow" /\ view.root = <<"t1">> /\ stashed = <<"t2">> /\ sent = <<>>)

-----------------------------------------------------------------------------
\* What is sent out.

\* Reached in profile gossip.
\* TX-2: verified and passed on.
NeverPassedOn == ~SentAs("transaction/t2")

\* Reached in profile gossip.
\* TX-16: what a role lacks and the node holds is told.
NeverToldAgain == ~(event.name = "ask" /\ SentAs("held/t2"))

\* Reached in profile serve.
\* TX-7: the stash is released as one.
NeverReleasedTogether == ~(event.name = "release" /\ Len(sent) = 2)

\* Reached in profile serve.
\* TX-17: the same request is answered in the next slot.
NeverAnsweredAgain == ~(SentAs("answer/t1/p1/1") /\ "t1" \in Elements(stored))

\* Reached in profile serve.
\* TX-16: asked for again in the next slot.
NeverAskedAgain == ~SentAs("request/t2/1")

-----------------------------------------------------------------------------
\* Ways of the stash.

\* Reached in profile serve.
\* TX-7: a secret is kept through a crash.
NeverSecretAfterACrash == ~(event.name = "crash" /\ stashed = <<"t1", "t2">>)

\* Reached in profile serve.
\* TX-7: L1 shows a part of the stash.
NeverShown ==
    ~(event.name = "follow" /\ stored = <<"t1", "t2">> /\ stashed = <<"t2">> /\ SentAs("transaction/t1"))

\* Reached in profile serve.
\* TX-7: L1 shows what is given for the stash before it is verified.
NeverShownMeanwhile == ~(event.name = "verified" /\ event.from = "stash" /\ SentAs("transaction/t1"))

\* Reached in profile serve.
\* TX-7: a peer had what was given for the stash: nobody else gets it of this node.
NeverStashedOfTwo == ~(event.name = "verified" /\ event.from = "user" /\ stashed = <<"t2">>)

\* Reached in profile serve.
\* TX-7, TX-18: released, and answered with.
NeverReleasedAndAnswered ==
    ~(SentAs("answer/t1/p2/0") /\ stored = <<"t1", "t2">> /\ stashed = <<"t2">>)
=============================================================================
