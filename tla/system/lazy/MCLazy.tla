------------------------------- MODULE MCLazy -------------------------------
(***************************************************************************)
(* Lazy made finite.  VIEW hides the history.                              *)
(***************************************************************************)
EXTENDS LazyProperties

CONSTANTS
    Lists,       \* what is built
    Crashes,     \* what a crash leaves of the store
    Horizon,     \* the last slot that is explored
    StateLimit   \* how many states there may be

ASSUME HorizonIsTheLastSlot == Horizon = Len(Committees) - 1
ASSUME NobodyCrashes == Crashes = <<>>

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last, {name, node}

Happens(name, node) == event' = [name |-> name, node |-> node]

\* VIEW compares the state alone.
View == [slot |-> State, executed |-> executed, told |-> told]

MCInit == LazyInit /\ event = [name |-> "init", node |-> "nobody"]

OfSlot(step) == step /\ UNCHANGED <<executed, told>>

NodeNext(m) ==
    \/ OfSlot(\E t \in Elements(KnownTransactions) : m \in Reached[t] /\ TransactionVerified(m, t, TRUE))
       /\ Happens("transactionVerified", m)
    \/ OfSlot(Follow(m)) /\ Happens("follow", m)
    \/ OfSlot(\E n \in HonestProposers : \E p \in offered[n] : ReceiveProposal(m, n, p))
       /\ Happens("receiveProposal", m)
    \/ OfSlot(Attest(m)) /\ Happens("attest", m)

ProposerNext(m) ==
    \/ OfSlot(\E L \in Elements(Lists) : Build(m, L, 0)) /\ Happens("build", m)
    \/ OfSlot(Propose(m)) /\ Happens("propose", m)
    \/ OfSlot(\E p \in offered[m] : \E n \in Honest : p \in attested[n] /\ ReceiveAttestation(m, n, p))
       /\ Happens("receiveAttestation", m)
    \/ OfSlot(Publish(m)) /\ Happens("publish", m)

MCNext ==
    \/ \E m \in Honest : NodeNext(m)
    \/ \E m \in HonestProposers : ProposerNext(m)
    \/ OfSlot(\E b \in submitted : Take(b)) /\ Happens("take", "L1")
    \/ ExecuteNext /\ Happens("execute", "executor")
    \/ Answer /\ Happens("answer", "executor")
    \/ (slot < Horizon \/ phase # "closed") /\ OfSlot(Pass) /\ Happens("tick", "time")
=============================================================================
