---------------------------- MODULE ProverTypes -----------------------------
(***************************************************************************)
(* Of what a prover is made: its parameters, and what states and events of *)
(* it look like.  A state is a record of the variables of Prover, an event *)
(* is a record of its name and parameters.  Shapes are told in             *)
(* spec/actors/prover.md.                                                  *)
(***************************************************************************)
EXTENDS NodeHeld

CONSTANTS
    Self,           \* the own key
    SlotsPerEpoch,  \* count of slots, TIME-2
    ClaimWindow,    \* count of slots: C, CLAIM-1
    MinimumBond,    \* CLAIM-6, in wei
    FeeMaximum      \* CLAIM-7, in basis points

ASSUME SelfIsSomebody == Self # "nobody"
ASSUME EpochsHaveSlots == {SlotsPerEpoch, ClaimWindow} \subseteq Nat \ {0}
\* A prover needs time after the claim window.
ASSUME ClaimWindowIsPartOfEpoch == ClaimWindow < SlotsPerEpoch
ASSUME LimitsAreCounts == {MinimumBond, FeeMaximum} \subseteq Nat

-----------------------------------------------------------------------------
\* Values.

NoQuote == [prover |-> "nobody", epoch |-> -1, validUntilSlot |-> -1, bond |-> 0, fee |-> 0]
NoTarget == [epoch |-> -1, tip |-> Genesis]
NoProveView == [
    follows      |-> "nothing",
    alarm        |-> FALSE,
    fallback     |-> FALSE,
    epoch        |-> -1,
    tip          |-> Genesis,
    transactions |-> <<>>,
    claim        |-> "nobody",
    available    |-> 0,
    withdrawing  |-> 0,
    unlockSlot   |-> -1 ]

IsQuote(q) ==
    /\ DOMAIN q = DOMAIN NoQuote
    /\ q.prover \in STRING
    /\ {q.epoch, q.validUntilSlot} \subseteq {-1} \cup Nat
    /\ {q.bond, q.fee} \subseteq Nat

IsTarget(t) ==
    /\ DOMAIN t = DOMAIN NoTarget
    /\ t.epoch \in {-1} \cup Nat
    /\ IsBlock(t.tip)

\* Where two fields say that there is nothing, they say it together.
IsProveView(v) ==
    /\ DOMAIN v = DOMAIN NoProveView
    /\ v.follows \in {"nothing", "behind", "level"}
    /\ {v.alarm, v.fallback} \subseteq BOOLEAN
    /\ v.epoch \in {-1} \cup Nat
    /\ IsBlock(v.tip)
    /\ v.epoch = -1 <=> v.tip = Genesis
    /\ IsNames(v.transactions) /\ HasNothingTwice(v.transactions)
    /\ v.claim \in STRING
    /\ {v.available, v.withdrawing} \subseteq Nat
    /\ v.unlockSlot \in {-1} \cup Nat
    /\ v.withdrawing = 0 <=> v.unlockSlot = -1

IsState(s) ==
    /\ DOMAIN s = {"slot", "held", "quoted", "quotesFrom", "proof", "submitted", "moved", "view",
                   "proving"}
    /\ s.slot \in Nat
    /\ IsHeld(s.held)
    /\ IsQuote(s.quoted)
    /\ s.quotesFrom \in {-1} \cup Nat
    /\ IsTarget(s.proof)
    /\ {s.submitted, s.moved} \subseteq {-1} \cup Nat
    /\ IsProveView(s.view)
    /\ IsTarget(s.proving)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick                |-> {},
    follow              |-> {"view"},
    transactionVerified |-> {"transaction", "valid"},
    gather              |-> {},
    quote               |-> {"validUntilSlot", "bond", "fee"},
    prove               |-> {},
    proved              |-> {"epoch", "tip"},
    submitProof         |-> {},
    deposit             |-> {"amount"},
    startWithdrawal     |-> {"amount"},
    executeWithdrawal   |-> {},
    crash               |-> {"store"} ]

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ "view" \in DOMAIN e => IsProveView(e.view)
    /\ "transaction" \in DOMAIN e => e.transaction \in STRING
    /\ "valid" \in DOMAIN e => e.valid \in BOOLEAN
    /\ \A field \in DOMAIN e \cap {"validUntilSlot", "bond", "fee", "amount"} : e[field] \in Nat
    /\ "epoch" \in DOMAIN e => e.epoch \in {-1} \cup Nat
    /\ "tip" \in DOMAIN e => IsBlock(e.tip)
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}
=============================================================================
