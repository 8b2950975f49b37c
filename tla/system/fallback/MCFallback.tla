----------------------------- MODULE MCFallback -----------------------------
(***************************************************************************)
(* Fallback made finite: what is built, what Byzantine ones hand in, and   *)
(* when a transaction is forced.  VIEW hides the history.                *)
(*                                                                         *)
(* Of all that a Byzantine one can hand in there is what it can prove on   *)
(* the tip, or sign as the seat: any number of those that wait, and its    *)
(* own before the rest of them; and one that stands elsewhere, is of the next slot,    *)
(* takes another than the first, has no proof, no signature, or another    *)
(* caller.                                                                 *)
(***************************************************************************)
EXTENDS FallbackConsequences

CONSTANTS
    Own,           \* what nodes add to what is forced: sequences of transactions
    GivesUp,       \* whether a node begins anew by its own choice
    Crashes,       \* what a crash leaves of the store
    Lies,          \* what the Byzantine ones hand in: "proven", "attested"
    Epochs,        \* what is done about an epoch: "claimed", "proven"
    Forcing,       \* the slots in which a transaction is forced
    SeatFrom,      \* the first slot in which an honest seat builds
    StateLimit     \* how many states there may be

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* What nodes build: all that waits in their view and their own, or the least they must take,
\* which may be alone.

Taking(waiting, forced, own) == [list |-> SubSeq(waiting, 1, forced) \o own, forced |-> forced]
Choices(waiting) ==
    LET least == Lesser(ForcedMinimum, Len(waiting)) IN
    {Taking(waiting, least, <<>>)}
        \cup {Taking(waiting, forced, own) : forced \in {Len(waiting), least}, own \in Elements(Own)}

-----------------------------------------------------------------------------
\* What Byzantine ones hand in.

Block(tip, own, forced) == [
    slot         |-> slot,
    parent       |-> tip,
    transactions |-> SubSeq(Waiting, 1, forced) \o own,
    forced       |-> forced ]

\* Any number of those that wait, and its own before the rest of them.
Blocks(tip) ==
    {Block(tip, <<>>, forced) : forced \in 0..Len(Waiting)}
        \cup {Block(tip, <<"z">>, forced) : forced \in 0..Len(Waiting) - 1}
\* What is right in all but where it stands, or what comes with it.
Plain(tip) == Block(tip, <<>>, Len(Waiting))

ProvenTip == TipOf(ProvenLedger)
\* Tips that the proven chain had.
Before == {TipOf(SubSeq(ledger, 1, n)) : n \in 0..Settled - 1}

Proven(b, isProven) == [caller |-> "other", block |-> b, isProven |-> isProven]
ProvenByOthers ==
    IF "proven" \notin Elements(Lies) THEN {}
    ELSE {Proven(b, TRUE) : b \in Blocks(ProvenTip) \cup {Plain(tip) : tip \in Before}}
             \cup {Proven(Plain(ProvenTip), FALSE), Proven([Plain(ProvenTip) EXCEPT !.slot = slot + 1], TRUE)}
             \cup {Proven([Plain(ProvenTip) EXCEPT !.transactions = <<entry.transaction>>, !.forced = 1], TRUE) :
                       entry \in Elements(queue)}

Attested(p, caller, signers) == [caller |-> caller, proposal |-> p, signers |-> signers]
AttestedByOthers ==
    IF "attested" \notin Elements(Lies) THEN {}
    ELSE LET tip == TipOf(ledger) IN
         {Attested(p, Seat, {Seat}) : p \in Blocks(tip)}
             \cup {Attested(Plain(tip), "other", {Seat}), Attested(Plain(tip), Seat, {})}

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
    \/ slot \in Elements(Forcing) /\ Force /\ Happens("force", "L1")
    \/ Reorganise /\ Happens("reorganise", "L1")

MCNext ==
    \/ \E m \in Nodes : NodeNext(m)
    \/ slot >= SeatFrom /\ \E m \in HonestSeats : SeatNext(m)
    \/ L1Next
    \/ slot < Horizon /\ Pass /\ Happens("pass", "time")
=============================================================================
