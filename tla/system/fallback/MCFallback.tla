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
EXTENDS FallbackConsequences, FallbackEvents, LockstepDump

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

\* A block of the committee as L1 sees it.
Handed(b) == [
    caller  |-> b.caller,
    block   |-> [slot         |-> b.proposal.slot,
                 parent       |-> b.proposal.parent,
                 transactions |-> b.proposal.transactions,
                 forced       |-> b.proposal.forced],
    signers |-> b.signers ]

-----------------------------------------------------------------------------
\* Everything that can happen now, with what is refused.

Seats == {m \in HonestSeats : slot >= SeatFrom}

Instances == UNION {
    {[name |-> "follow", node |-> m] : m \in {m \in Nodes : m \notin fresh \/ follower[m].view.time # slot}},
    {[name |-> "crash", node |-> m, store |-> store] :
        m \in {m \in Nodes : crashed = NoCrash}, store \in Elements(Crashes)},
    UNION {{[name |-> "build", node |-> m, transactions |-> it.list, forced |-> it.forced] :
        it \in Choices(builder[m].view.queue)} : m \in Nodes},
    {[name |-> name, node |-> m] : name \in {"proved", "submit"}, m \in Nodes},
    {[name |-> "giveUp", node |-> m] :
        m \in {m \in Nodes : GivesUp /\ (builder[m].building # NoBuilding \/ builder[m].proven # NoBuilding)}},
    UNION {{[name |-> "buildAsSeat", node |-> m, transactions |-> it.list, forced |-> it.forced] :
        it \in Choices(proposer[m].view.queue)} : m \in Seats},
    {[name |-> name, node |-> m] : name \in {"proposeAsSeat", "attestAsSeat", "publishAsSeat"}, m \in Seats},
    {[name |-> "takeProven", node |-> "L1", caller |-> b.caller, block |-> b.block, isProven |-> b.isProven] :
        b \in handed \cup ProvenByOthers},
    {[name |-> "takeAttested", node |-> "L1", caller |-> b.caller, block |-> b.block, signers |-> b.signers] :
        b \in {Handed(b) : b \in published \cup AttestedByOthers}},
    {[name |-> "claimEpoch", node |-> "L1"] : done \in {"claimed"} \cap Elements(Epochs)},
    {[name |-> "proveEpoch", node |-> "L1"] : done \in {"proven"} \cap Elements(Epochs)},
    {[name |-> "force", node |-> "L1", transaction |-> Forceable[Len(queue) + 1]] :
        n \in {n \in {slot} : n \in Elements(Forcing) /\ Len(queue) < Len(Forceable)}},
    {[name |-> "reorganise", node |-> "L1"] :
        n \in {n \in {slot} : Reorganises /\ ~reorganised /\ formerVariables # chainVariables}},
    {[name |-> "pass", node |-> "time"] : n \in {n \in {slot} : n < Horizon}} }

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
