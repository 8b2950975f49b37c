------------------------------- MODULE MCSlot -------------------------------
(***************************************************************************)
(* Slot made finite: what is built and what Byzantine members say.  VIEW   *)
(* hides the history.                                                      *)
(*                                                                         *)
(* Of all that a Byzantine proposer can sign there is each of the lists    *)
(* with its right root, and one with a wrong one; members refuse the rest  *)
(* for a reason that has nothing to do with who else is told what.         *)
(***************************************************************************)
EXTENDS SlotConsequences

CONSTANTS
    Lists,       \* what is built or proposed
    Crashes,     \* what a crash leaves of the store
    Horizon,     \* the last slot that is explored
    StateLimit   \* how many states there may be

ASSUME HorizonIsTheLastSlot == Horizon = Len(Committees) - 1

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* What Byzantine members sign.

\* The block that one of the current slot stands on.
Parent == TipOf(SelectSeq(chain, LAMBDA b : b.proposal.slot < slot))
QueueThere == Waiting(SelectSeq(chain, LAMBDA b : b.proposal.slot < slot))

Right(L, forced) == [
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> Parent,
    transactions  |-> L,
    forced        |-> forced,
    root          |-> Root(Parent, L, forced),
    blobs         |-> "match" ]

Counts(L) == 0..Lesser(Len(L), Len(QueueThere))

Lies == UNION {{Right(L, forced) : forced \in Counts(L)} : L \in Elements(Lists)}
            \cup {[Right(Lists[1], 0) EXCEPT !.root = <<"wrong">>]}

-----------------------------------------------------------------------------
\* What can be delivered.

Proposals ==
    {[signer |-> m, proposal |-> p] : m \in Byzantine, p \in Lies}
    \cup UNION {{[signer |-> m, proposal |-> p] : p \in offered[m]} : m \in HonestProposers}

Attestations ==
    {[signer |-> m, proposal |-> p] : m \in Byzantine, p \in Lies \cup UNION {offered[n] : n \in HonestProposers}}
    \cup UNION {{[signer |-> m, proposal |-> p] : p \in attested[m]} : m \in Honest}

\* A Byzantine caller has every signature that there is, and those that it makes up.
Handed ==
    submitted
    \cup UNION {{[caller |-> m, proposal |-> p, signers |-> who] :
                    who \in {Signers(p) \cap MembersOf(slot), MembersOf(slot)}} :
                m \in Byzantine, p \in Lies \cup EverAttested}

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last, {name, node}

Happens(name, node) == event' = [name |-> name, node |-> node]

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"]

NodeNext(m) ==
    \/ /\ \E t \in Elements(KnownTransactions), valid \in BOOLEAN :
           /\ valid => m \in Reached[t]
           /\ TransactionVerified(m, t, valid)
       /\ Happens("transactionVerified", m)
    \/ Follow(m) /\ Happens("follow", m)
    \/ (\E store \in Elements(Crashes) : Crash(m, store)) /\ Happens("crash", m)
    \/ (\E it \in Proposals : ReceiveProposal(m, it.signer, it.proposal)) /\ Happens("receiveProposal", m)
    \/ Attest(m) /\ Happens("attest", m)

ProposerNext(m) ==
    \/ (\E L \in Elements(Lists) : \E forced \in Counts(L) : Build(m, L, forced)) /\ Happens("build", m)
    \/ Propose(m) /\ Happens("propose", m)
    \/ /\ \E it \in Attestations : ReceiveAttestation(m, it.signer, it.proposal)
       /\ Happens("receiveAttestation", m)
    \/ Publish(m) /\ Happens("publish", m)

MCNext ==
    \/ \E m \in Honest : NodeNext(m)
    \/ \E m \in HonestProposers : ProposerNext(m)
    \/ (\E b \in Handed : Take(b)) /\ Happens("take", "L1")
    \/ (slot < Horizon \/ phase # "closed") /\ Pass /\ Happens("tick", "time")
=============================================================================
