------------------------------ MODULE MCEpoch -------------------------------
(***************************************************************************)
(* Epoch made finite: what is offered, what Byzantine provers sign, and    *)
(* what can go wrong.  VIEW hides the history.                             *)
(***************************************************************************)
EXTENDS EpochConsequences, EpochEvents, LockstepDump

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

\* Where the block of the slot before lands after all.
MayLandInstead(depth) == depth = 2 /\ attested[slot - 1] = Named(Then(past[depth])!ChainTip)

\* Everything that can happen now, with what is refused.
Instances == UNION {
    {[name |-> "follow", node |-> n] : n \in {n \in Nodes : IsToldNews(n)}},
    {[name |-> "crash", node |-> n, store |-> store] :
        n \in {n \in Nodes : crashed = NoCrash}, store \in Elements(Crashes)},
    {[name |-> "receiveQuote", node |-> m, signer |-> it.signer, quote |-> it.quote] :
        m \in Claimants, it \in Quotes},
    {[name |-> "claim", node |-> m] : m \in Claimants},
    UNION {{[name |-> "transactionVerified", node |-> p, transaction |-> t] : p \in Reached[t]} :
        t \in Elements(KnownTransactions)},
    {[name           |-> "quote",
      node           |-> p,
      validUntilSlot |-> EpochOf(slot) * SlotsPerEpoch + offer.lastOffset,
      bond           |-> offer.bond,
      fee            |-> offer.fee] : p \in HonestProvers, offer \in Elements(Offers)},
    {[name |-> name, node |-> p] : name \in {"prove", "proved", "submitProof"}, p \in HonestProvers},
    {[name |-> "startWithdrawal", node |-> p, amount |-> n] :
        p \in HonestProvers, n \in Elements(Withdrawals)},
    {[name |-> "executeWithdrawal", node |-> p] : p \in {p \in HonestProvers : Withdrawals # <<>>}},
    {[name |-> "block", node |-> n] : n \in {n \in {"L1"} : CanAttest}},
    {[name |-> "miss", node |-> n] : n \in {n \in {"L1"} : past # <<>> /\ CanAttest}},
    {[name |-> "land", node |-> n] : n \in {n \in {"L1"} : attested[slot] # Unattested}},
    {[name |-> "takeClaim", node |-> "L1", caller |-> c.caller, quote |-> c.quote] : c \in Claims},
    {[name |-> "takeProof", node |-> "L1", tip |-> tip] : tip \in Proofs},
    {[name |-> "takeCall", node |-> "L1", prover |-> c.prover, call |-> c.call, amount |-> c.amount] :
        c \in calls \cup ByzantineCalls},
    {[name |-> "reorganise", node |-> "L1", depth |-> depth, landed |-> FALSE] :
        depth \in {depth \in DOMAIN past : reorganised = 0}},
    {[name |-> "reorganise", node |-> "L1", depth |-> depth, landed |-> TRUE] :
        depth \in {depth \in DOMAIN past : reorganised = 0 /\ MayLandInstead(depth)}},
    {[name |-> "tick", node |-> "time"] : n \in {n \in {slot} : n < Horizon}} }

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
