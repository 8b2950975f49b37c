---------------------------- MODULE LiveSessions ----------------------------
(***************************************************************************)
(* Sessions of fallback with time that never ends: an honest fallback      *)
(* proposer with the rules of FallbackProposerRules that needs ProofSlots  *)
(* slots for a proof, the modes as FallbackTiming has them, a committee,   *)
(* and users.  Slots are counted from a slot that lies so far back that    *)
(* nothing which matters is older; what is older lies there.  A block on   *)
(* a tip that is no more is dropped, since it is worthless for ever.  So   *)
(* the graph is finite without being cut.                                  *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"       slots pass for ever;                                     *)
(*   "node"       the node does what it can do, and no slot passes before; *)
(*   "keeps"      it gives nothing up when a session ends;                 *)
(*   "committee"  the committee builds if it can again and again.          *)
(*                                                                         *)
(* Left out: claims and blocks that nobody proves, which change nothing    *)
(* that a count of slots does not show; the follower, which is always      *)
(* level; the proof of a block of the committee is there with the block.   *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, RacingValues

CONSTANTS
    SlotsPerEpoch, ClaimWindowSlots, EnterSlots, ExitSlots, ActivitySlots, DelayEpochs, ForcedMinimum,
    MinTxPerBlock, MaxViewAge, KnownTransactions, InitialHeld, Forceable, Nodes, Seat, Reads,
    Reorganises, Horizon

CONSTANTS
    ProofSlots,  \* count of slots from the beginning of a block to its proof
    Censors,     \* whether the committee leaves alone what a user forced
    Assumed      \* which of the assumptions hold
ASSUME Assumed \subseteq {"time", "node", "keeps", "committee"}

INSTANCE NodeLists
Builder == INSTANCE FallbackProposerRules
Timing == INSTANCE FallbackTiming WITH
    FallbackEnterSlots <- EnterSlots,
    FallbackExitSlots <- ExitSlots,
    FallbackExitActivitySlots <- ActivitySlots

VARIABLE node     \* the state of the fallback proposer, with the current slot
VARIABLE timing   \* what is counted
VARIABLE tip      \* the slot of the proven tip, or -1
VARIABLE waiting  \* the queue: "f" of the committee, before "t" of a user
VARIABLE event    \* what happened last
vars == <<node, timing, tip, waiting, event>>

-----------------------------------------------------------------------------
InSession == Timing!InSession(timing)

View(slotOfTip, c, queue) == [
    follows  |-> "level",
    tip      |-> [slot |-> slotOfTip, root |-> <<>>],
    alarm    |-> FALSE,
    fallback |-> Timing!InSession(c),
    queue    |-> queue ]

Told(s, slotOfTip, c, queue) ==
    LET told == Builder!After(s, [name |-> "follow", view |-> View(slotOfTip, c, queue)])
        isOn(b) == b # NoBuilding /\ b.parent = told.view.tip
        still == [told EXCEPT !.building = IF isOn(@) THEN @ ELSE NoBuilding,
                              !.proven = IF isOn(@) THEN @ ELSE NoBuilding]
    IN [still EXCEPT !.proving = @ /\ still.building # NoBuilding]

\* What L1 becomes, and what the node knows of it at once.
Becomes(slotOfTip, c, queue) ==
    /\ tip' = slotOfTip
    /\ timing' = c
    /\ waiting' = queue
    /\ node' = Told(node, slotOfTip, c, queue)

-----------------------------------------------------------------------------
\* The node.

NodeDoes(e) ==
    /\ Builder!Refusals(node, e) = {}
    /\ node' = Builder!After(node, e)
    /\ UNCHANGED <<timing, tip, waiting>>

Wanted == [name |-> "build", transactions |-> waiting, forced |-> Len(waiting)]
Result(s) == [
    name         |-> "executed",
    parent       |-> s.building.parent,
    transactions |-> s.building.transactions,
    forced       |-> s.building.forced ]
Proof == [
    name         |-> "proved",
    slot         |-> node.building.slot,
    parent       |-> node.building.parent,
    transactions |-> node.building.transactions,
    forced       |-> node.building.forced ]
IsReady == node.proving /\ node.slot >= node.building.slot + ProofSlots
Submission == [name |-> "submitBlock"]

MayBuild == waiting # <<>> /\ Builder!Refusals(node, Wanted) = {}
MaySubmit == Builder!Refusals(node, Submission) = {}

\* Begun, and executed at once.
Build ==
    /\ MayBuild
    /\ \E begun \in {Builder!After(node, Wanted)} :
        /\ Builder!Refusals(begun, Result(begun)) = {}
        /\ node' = Builder!After(begun, Result(begun))
    /\ event' = [name |-> "build", node |-> "n1"]
    /\ UNCHANGED <<timing, tip, waiting>>
Proved == IsReady /\ NodeDoes(Proof) /\ event' = [name |-> "proved", node |-> "n1"]
Submit == NodeDoes(Submission) /\ event' = [name |-> "submit", node |-> "n1"]

\* FALLBACK-9 to FALLBACK-14: what was handed in lands in its slot.
MayLand ==
    /\ node.submitted = node.slot
    /\ node.proven # NoBuilding
    /\ InSession
    /\ node.proven.parent.slot = tip
    /\ node.proven.forced <= Len(waiting)
Land ==
    /\ MayLand
    /\ \E left \in {SubSeq(waiting, node.proven.forced + 1, Len(waiting))} :
        Becomes(node.proven.slot, Timing!Advances(timing, node.slot, left # <<>>), left)
    /\ event' = [name |-> "land", node |-> "L1"]

GiveUp ==
    /\ "keeps" \notin Assumed
    /\ ~InSession
    /\ NodeDoes([name |-> "giveUp"])
    /\ event' = [name |-> "giveUp", node |-> "n1"]

-----------------------------------------------------------------------------
\* The committee: a block takes at least the minimum of what waits (QUEUE-7), and it takes no
\* more that censors.

CommitteeBuilds ==
    /\ ~InSession
    /\ tip < node.slot
    /\ Censors => waiting # <<"t">>
    /\ \E left \in {IF Censors THEN SelectSeq(waiting, LAMBDA t : t = "t") ELSE <<>>} :
        Becomes(node.slot, Timing!Advances(timing, node.slot, left # <<>>), left)
    /\ event' = [name |-> "committee", node |-> "L1"]

-----------------------------------------------------------------------------
\* Users, and the committee as one.

Force(t) ==
    /\ "t" \notin Elements(waiting) /\ t \notin Elements(waiting)
    /\ Becomes(tip, Timing!Waits(timing, node.slot), Append(waiting, t))
    /\ event' = [name |-> "force", node |-> "L1"]

-----------------------------------------------------------------------------
\* Time.

Oldest == EnterSlots + ExitSlots + ProofSlots

\* From `Oldest` on the slot stays, and all that is named moves back.
Back(n, least) == IF node.slot < Oldest THEN n ELSE IF n - 1 < least THEN least ELSE n - 1

Moved(s) ==
    LET moved(b) ==
            IF b = NoBuilding THEN b
            ELSE [b EXCEPT !.slot = Back(@, 0), !.parent.slot = Back(@, -1)]
    IN [s EXCEPT !.slot = Back(@, 0), !.building = moved(@), !.proven = moved(@),
                 !.submitted = Back(@, -1)]

IsOpen == MayBuild \/ IsReady \/ MaySubmit \/ MayLand

Pass ==
    /\ "node" \in Assumed => ~IsOpen
    /\ \E s \in {Builder!After(node, [name |-> "tick"])} :
       \E passed \in {Timing!SlotPassed(timing, s.slot, -1, waiting # <<>>)} :
       \E c \in {[countedFrom |-> Back(passed.countedFrom, -1),
                  entered     |-> Back(passed.entered, -1),
                  advanced    |-> Back(passed.advanced, -1)]} :
        /\ tip' = Back(tip, -1)
        /\ timing' = c
        /\ waiting' = waiting
        /\ node' = Told(Moved(s), Back(tip, -1), c, waiting)
    /\ event' = [name |-> "pass", node |-> "time"]

-----------------------------------------------------------------------------
LiveInit ==
    /\ timing = Timing!Idle
    /\ tip = -1
    /\ waiting = <<>>
    /\ node = Told(Builder!Initial, -1, Timing!Idle, <<>>)
    /\ event = [name |-> "init", node |-> "nobody"]

LiveNext ==
    \/ Pass
    \/ Build \/ Proved \/ Submit \/ Land \/ GiveUp
    \/ CommitteeBuilds
    \/ \E t \in {"f", "t"} : Force(t)

NodeActs == Build \/ Proved \/ Submit \/ Land

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ Pass)
    /\ WF_vars("node" \in Assumed /\ NodeActs)
    /\ SF_vars("committee" \in Assumed /\ CommitteeBuilds)

SessionsSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds in the end.

TransactionWaits == "t" \in Elements(waiting)
TransactionIsProven == "t" \notin Elements(waiting)
IsOver == ~InSession
CommitteeBuilt == event.name = "committee"

\* FALLBACK-1, FALLBACK-8, FALLBACK-18, QUEUE-7: whatever the committee does, what a user forced is
\* proven.
ForcedAreProven == TransactionWaits ~> TransactionIsProven

\* FALLBACK-6, FALLBACK-7.
SessionsEnd == InSession ~> IsOver

\* FALLBACK-5, FALLBACK-16: the committee builds again.
CommitteeGoesOn == InSession ~> CommitteeBuilt

-----------------------------------------------------------------------------
\* Relative time is bounded.
LiveTypeOK ==
    /\ node.slot \in 0..Oldest
    /\ Builder!Coherent(node)
    /\ Timing!IsTiming(timing, node.slot)
    /\ Len(waiting) <= 2
=============================================================================
