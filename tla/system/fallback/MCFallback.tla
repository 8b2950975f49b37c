----------------------------- MODULE MCFallback -----------------------------
(***************************************************************************)
(* Fallback made finite: what is built, what Byzantine ones hand in, and   *)
(* when a transaction is forced.  VIEW hides the history.                *)
(*                                                                         *)
(* Of all that a Byzantine one can hand in there is what it can prove on   *)
(* the tip, or sign as the seat: any number of those that wait, with and   *)
(* without its own; and each of them without the proof or the signature.   *)
(***************************************************************************)
EXTENDS FallbackConsequences

CONSTANTS
    Own,           \* what nodes add to what is forced: sequences of transactions
    GivesUp,       \* whether a node begins anew by its own choice
    Crashes,       \* what a crash leaves of the store
    Lies,          \* what the Byzantine ones hand in: "proven", "attested"
    Epochs,        \* what is done about an epoch: "claimed", "proven"
    LastForcing,   \* the last slot in which a transaction is forced
    StateLimit     \* how many states there may be

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* What nodes build: all that waits in their view or the least they must take, and their own.

Counts(waiting) == {Len(waiting), Lesser(ForcedMinimum, Len(waiting))}

Choices(waiting) ==
    {[list |-> SubSeq(waiting, 1, forced) \o own, forced |-> forced] :
        own \in Elements(Own), forced \in Counts(waiting)}

-----------------------------------------------------------------------------
\* What Byzantine ones hand in.

ByzantineOwn == {<<>>, <<"z">>}

Blocks(tip) ==
    {[slot         |-> slot,
      parent       |-> tip,
      transactions |-> SubSeq(Waiting, 1, forced) \o own,
      forced       |-> forced] :
        own \in {own \in ByzantineOwn : Elements(own) \cap Elements(tip.root) = {}},
        forced \in 0..Len(Waiting)}

\* The proven tip, and those before it.
ProvenTips == {TipOf(SubSeq(ledger, 1, n)) : n \in 0..Settled}

ProvenByOthers ==
    IF "proven" \notin Elements(Lies) THEN {}
    ELSE {[caller |-> "other", block |-> b, isProven |-> isProven] :
              b \in UNION {Blocks(tip) : tip \in ProvenTips}, isProven \in BOOLEAN}

AttestedByOthers ==
    IF "attested" \notin Elements(Lies) THEN {}
    ELSE {[caller |-> caller, proposal |-> p, signers |-> signers] :
              caller \in {Seat, "other"}, p \in Blocks(TipOf(ledger)), signers \in {{}, {Seat}}}

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last, {name, node}

Happens(name, node) == event' = [name |-> name, node |-> node]

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"]

NodeNext(m) ==
    \/ Follow(m) /\ Happens("follow", m)
    \/ (\E it \in Choices(builder[m].view.queue) : Build(m, it.list, it.forced)) /\ Happens("build", m)
    \/ Proved(m) /\ Happens("proved", m)
    \/ Submit(m) /\ Happens("submit", m)
    \/ GivesUp /\ GiveUp(m) /\ Happens("giveUp", m)
    \/ (\E store \in Elements(Crashes) : Crash(m, store)) /\ Happens("crash", m)

SeatNext(m) ==
    \/ /\ \E it \in Choices(proposer[m].view.queue) : BuildAsSeat(m, it.list, it.forced)
       /\ Happens("buildAsSeat", m)
    \/ ProposeAsSeat(m) /\ Happens("proposeAsSeat", m)
    \/ AttestAsSeat(m) /\ Happens("attestAsSeat", m)
    \/ PublishAsSeat(m) /\ Happens("publishAsSeat", m)

L1Next ==
    \/ (\E b \in handed \cup ProvenByOthers : TakeProven(b)) /\ Happens("takeProven", "L1")
    \/ (\E b \in published \cup AttestedByOthers : TakeAttested(b)) /\ Happens("takeAttested", "L1")
    \/ "claimed" \in Elements(Epochs) /\ ClaimEpoch /\ Happens("claimEpoch", "L1")
    \/ "proven" \in Elements(Epochs) /\ ProveEpoch /\ Happens("proveEpoch", "L1")
    \/ slot <= LastForcing /\ Force /\ Happens("force", "L1")
    \/ Reorganise /\ Happens("reorganise", "L1")

MCNext ==
    \/ \E m \in Nodes : NodeNext(m)
    \/ \E m \in HonestSeats : SeatNext(m)
    \/ L1Next
    \/ slot < Horizon /\ Pass /\ Happens("pass", "time")
=============================================================================
