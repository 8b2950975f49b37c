------------------------------ MODULE MCEpoch -------------------------------
(***************************************************************************)
(* Epoch made finite: what is offered, what Byzantine provers sign, and    *)
(* what can go wrong.  VIEW hides the history.                             *)
(***************************************************************************)
EXTENDS EpochConsequences

CONSTANTS
    Offers,       \* of honest provers: {lastOffset, bond, fee}
    Lies,         \* what Byzantine provers sign, in every epoch: the same, and how many epochs back
    Withdrawals,  \* amounts of withdrawals, in wei
    Liars,        \* what Byzantine provers do beside quoting: "prove", "withdraw"
    Crashes,      \* what a crash leaves of the store
    Horizon,      \* the last slot that is explored
    StateLimit    \* how many states there may be

ASSUME HorizonIsTheLastSlot == Horizon = Len(Proposers) - 1

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

ByzantineProvers == Provers \cap Byzantine

-----------------------------------------------------------------------------
\* What can be delivered.

\* Of the ended epoch, unless it says how far back.
Lie(p, offer) == [
    prover         |-> p,
    epoch          |-> EpochOf(slot) - 1 - offer.back,
    validUntilSlot |-> EpochOf(slot) * SlotsPerEpoch + offer.lastOffset,
    bond           |-> offer.bond,
    fee            |-> offer.fee ]

\* Under a Byzantine key, in the name of anybody.
LiesNow == {q \in {Lie(p, offer) : p \in Provers, offer \in Elements(Lies)} : q.epoch >= 0}
Quotes ==
    {[signer |-> q.prover, quote |-> q] : q \in offered}
    \cup {[signer |-> p, quote |-> q] : p \in ByzantineProvers, q \in LiesNow}

\* A Byzantine proposer claims with any quote that there is, in any slot.
Claims ==
    claims \cup {[caller |-> m, quote |-> q] :
                    m \in Elements(Proposers) \cap Byzantine, q \in offered \cup LiesNow}

\* A Byzantine prover proves up to any block.
Proofs ==
    proofs \cup {Named(b) : b \in {b \in Elements(pending) : "prove" \in Liars}}

ByzantineCalls ==
    IF "withdraw" \notin Liars THEN {}
    ELSE {[prover |-> p, call |-> "startWithdrawal", amount |-> n] :
             p \in ByzantineProvers, n \in Elements(Withdrawals)}
         \cup {[prover |-> p, call |-> "executeWithdrawal", amount |-> 0] : p \in ByzantineProvers}

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last, {name, node}

Happens(name, node) == event' = [name |-> name, node |-> node]

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"]

NodeNext(n) ==
    \/ Follow(n) /\ Happens("follow", n)
    \/ (\E store \in Elements(Crashes) : Crash(n, store)) /\ Happens("crash", n)

ClaimantNext(m) ==
    \/ (\E q \in Quotes : ReceiveQuote(m, q.signer, q.quote)) /\ Happens("receiveQuote", m)
    \/ HandIn(m) /\ Happens("claim", m)

ProverNext(p) ==
    \/ (\E t \in Elements(KnownTransactions) : TransactionVerified(p, t)) /\ Happens("transactionVerified", p)
    \/ (\E offer \in Elements(Offers) : Quote(p, offer)) /\ Happens("quote", p)
    \/ Prove(p) /\ Happens("prove", p)
    \/ Proved(p) /\ Happens("proved", p)
    \/ SubmitProof(p) /\ Happens("submitProof", p)
    \/ (\E n \in Elements(Withdrawals) : StartWithdrawal(p, n)) /\ Happens("startWithdrawal", p)
    \/ Withdrawals # <<>> /\ ExecuteWithdrawal(p) /\ Happens("executeWithdrawal", p)

L1Next ==
    \/ Block /\ Happens("block", "L1")
    \/ Miss /\ Happens("miss", "L1")
    \/ Land /\ Happens("land", "L1")
    \/ (\E c \in Claims : TakeClaim(c)) /\ Happens("takeClaim", "L1")
    \/ (\E tip \in Proofs : TakeProof(tip)) /\ Happens("takeProof", "L1")
    \/ (\E c \in calls : TakeCall(c)) /\ Happens("takeCall", "L1")
    \/ (\E c \in ByzantineCalls : TakeAnyCall(c)) /\ Happens("takeCall", "L1")
    \/ (\E depth \in 1..Memory, landed \in BOOLEAN : Reorganise(depth, landed)) /\ Happens("reorganise", "L1")

MCNext ==
    \/ \E n \in Nodes : NodeNext(n)
    \/ \E m \in Claimants : ClaimantNext(m)
    \/ \E p \in HonestProvers : ProverNext(p)
    \/ L1Next
    \/ slot < Horizon /\ Pass /\ Happens("tick", "time")
=============================================================================
