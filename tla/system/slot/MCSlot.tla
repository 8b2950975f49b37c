------------------------------- MODULE MCSlot -------------------------------
(***************************************************************************)
(* Slot made finite: what is built and what Byzantine members say.  VIEW   *)
(* hides the history.                                                      *)
(*                                                                         *)
(* Of all that a Byzantine proposer can sign there is each of the lists    *)
(* with its right root, and one with a wrong one; members refuse the rest  *)
(* for a reason that has nothing to do with who else is told what.         *)
(***************************************************************************)
EXTENDS SlotConsequences, SlotEvents, LockstepDump

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

\* Everything that can happen now, with what is refused.
Instances == UNION {
    {[name |-> "transactionVerified", node |-> m, transaction |-> t, valid |-> FALSE] :
        m \in Honest, t \in Elements(KnownTransactions)},
    UNION {{[name |-> "transactionVerified", node |-> m, transaction |-> t, valid |-> TRUE] :
        m \in Reached[t]} : t \in Elements(KnownTransactions)},
    {[name |-> "follow", node |-> m, view |-> ViewOf(chain)] : m \in {m \in Honest : HasNews(m)}},
    {[name |-> "crash", node |-> m, store |-> store] :
        m \in {m \in Honest : crashed = NoCrash}, store \in Elements(Crashes)},
    {[name |-> "receiveProposal", node |-> m, signer |-> it.signer, proposal |-> it.proposal] :
        m \in Honest, it \in Proposals},
    {[name |-> "attest", node |-> m] : m \in {m \in Honest : attester[m].work.slot = slot}},
    UNION {{[name |-> "build", node |-> m, transactions |-> L, forced |-> forced] :
        m \in HonestProposers, forced \in Counts(L)} : L \in Elements(Lists)},
    {[name |-> "propose", node |-> m] : m \in {m \in HonestProposers : proposer[m].building.slot = slot}},
    {[name |-> "receiveAttestation", node |-> m, signer |-> it.signer, proposal |-> it.proposal] :
        m \in HonestProposers, it \in Attestations},
    {[name |-> "publish", node |-> m] : m \in HonestProposers},
    {[name |-> "take", node |-> "L1", caller |-> b.caller, proposal |-> b.proposal, signers |-> b.signers] :
        b \in Handed},
    {[name |-> "tick", node |-> "time"] : n \in {n \in {slot} : n < Horizon \/ phase # "closed"}} }

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"] /\ DumpInitial(State)
MCNext == \E e \in Instances : Step(e) /\ event' = e

DumpTransitions == DumpTransition(State, event', State') /\ DumpEffects(State, event', Effects(event'))
DumpAllRefusals == \A e \in Instances : DumpRefusals(State, e, Refusals(e))
DumpAllProbes == DumpProbedFields(State) = 0
=============================================================================
