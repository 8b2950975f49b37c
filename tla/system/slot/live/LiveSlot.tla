------------------------------ MODULE LiveSlot ------------------------------
(***************************************************************************)
(* Slots without end, each of them slot 0.  In a good slot every honest    *)
(* node is up, L1 has no false block, and each step is one of Slot; what   *)
(* is proposed, signed and taken is explored as there.                     *)
(*                                                                         *)
(* When a slot ends, what is left of it is told relative to the next:      *)
(*   - what was signed, proposed or begun in it is as if nothing had been, *)
(*     because the rules compare the slots of records with the current one *)
(*     and with nothing else, and records of it are less than that;        *)
(*   - messages of it are refused from now on, and are gone;               *)
(*   - its block is genesis: a node that is up is told of it at once, and  *)
(*     one that starts again is told of it too, so that nobody has another *)
(*     tip to tell it from;                                                *)
(*   - a transaction that has had its effects is forgotten everywhere, and *)
(*     another one has its name: what is spent is in no block that anybody *)
(*     honest builds or attests, so that to know it still brings refusals  *)
(*     and nothing else.                                                   *)
(* So the graph is finite without being cut, and to be spent happens to    *)
(* one name again and again.  Users offer a transaction for as long as it  *)
(* is not spent.                                                           *)
(*                                                                         *)
(* A slot that is not good leaves anything: any honest nodes crash in it,  *)
(* transactions come to them or do not, and L1 takes a block with any of   *)
(* them, none, or a false one, which a quorum was bribed for: its root is  *)
(* wrong, every follower finds out (its report is that of FollowerRules),  *)
(* and L1 drops it one day (PRUNE-1).  What is proposed and signed in such *)
(* a slot is not explored: by the first two lines above it leaves nothing. *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"       phases and slots pass for ever;                          *)
(*   "honest"     what is open does not stay so for ever;                  *)
(*   "synchrony"  in a good slot time does not pass while something is     *)
(*                open: an honest node has something to do for the slot,   *)
(*                or waits for a transaction that can reach it;            *)
(*   "choice"     an honest proposer takes all that it holds;              *)
(*   "good"       good slots come again and again, so that L1 drops what   *)
(*                is false.                                                *)
(***************************************************************************)
EXTENDS Slot, CalmValues

CONSTANT Assumed   \* which of the assumptions hold
ASSUME Assumed \subseteq {"time", "honest", "synchrony", "choice", "good"}

\* For the configurations.
OneTransaction == <<"t1">>
NothingHeld == <<>>
Everywhere == [t \in Elements(KnownTransactions) |-> Honest]
NeverToTheLast == [t \in Elements(KnownTransactions) |-> Honest \ {"m3"}]
LiarProposes == <<"m4">>
Pair == <<<<"m1", "m2">>>>

VARIABLE good    \* whether the current slot is a good one
VARIABLE bribed  \* whether the last block on L1 is a false one
vars == <<slotVariables, good, bribed>>

-----------------------------------------------------------------------------
\* What followers report: the rules of their role, asked once.

Follower == INSTANCE FollowerRules WITH MaxViewAge <- 1, SlotsPerEpoch <- 2

FalseBlock == [slot |-> 0, parent |-> Genesis, body |-> <<"t1">>, forced |-> <<>>, root |-> <<"wrong">>]
Shown(blocks) == [Follower!NoL1View EXCEPT !.time = 1, !.chain = blocks]
Alarmed ==
    LET reading == Follower!After([Follower!Initial EXCEPT !.slot = 1],
                                  [name |-> "readView", view |-> Shown(<<FalseBlock>>)])
    IN Follower!After(reading, [name |-> "fetched", header |-> FalseBlock, body |-> FalseBlock.body])
Relieved == Follower!After(Alarmed, [name |-> "readView", view |-> Shown(<<>>)])

\* FOLLOW-4, FOLLOW-6.
AlarmReport == Follower!ViewReport(Alarmed)
LevelReport == Follower!ViewReport(Relieved)
ASSUME AlarmsAreRaisedAndEnd == AlarmReport.alarm /\ LevelReport = ViewOf(<<>>)
Told == IF bribed THEN AlarmReport ELSE LevelReport

-----------------------------------------------------------------------------
\* What honest nodes can do: events of their roles that others, or they themselves, bring
\* about.

Fits(name, signer, p) == [name |-> name, form |-> "fits", signer |-> signer, proposal |-> p]

AttesterEvents(m) ==
    {ResultOf(attester[m].work)}
        \cup UNION {{Fits("receiveProposal", n, p) : p \in offered[n]} : n \in HonestProposers}

\* BUILD-14, BUILD-16: what it holds is not spent.
Choices(m) ==
    IF "choice" \in Assumed THEN {proposer[m].held}
    ELSE {SelectSeq(proposer[m].held, LAMBDA t : t \in T) : T \in SUBSET Elements(proposer[m].held)}

Attestations(m) ==
    UNION {{Fits("receiveAttestation", n, p) : p \in attested[n]} : n \in Honest}
ProposerEvents(m) ==
    {ResultOf(proposer[m].building), [name |-> "publish"]}
        \cup {[name |-> "build", transactions |-> L, forced |-> 0] : L \in Choices(m)}
        \cup Attestations(m)

\* FOLLOW-1.
Starts(m) == attester[m].view = NoView

\* ATTEST-14: asked for, and not there yet.
Awaited(m) ==
    IF Attester(m)!IsLive(attester[m]) /\ Attester(m)!IsOpen(attester[m])
    THEN Elements(Attester(m)!Missing(attester[m])) ELSE {}
\* What users have sent to a proposer when it builds.
Sent(m) ==
    IF m = ProposerOf(slot) /\ phase = "build" /\ proposer[m].building = NoBuilding /\ offered[m] = {}
    THEN Elements(KnownTransactions) \ Elements(proposer[m].held) ELSE {}

SomethingIsOpen ==
    \/ \E b \in submitted : L1Refusals(b) = {}
    \/ \E m \in Honest :
        \/ Starts(m)
        \/ \E e \in AttesterEvents(m) : AttesterRefusals(m, attester[m], e) = {}
        \/ \E t \in Awaited(m) \cup Sent(m) : m \in Reached[t]
    \/ \E m \in HonestProposers : \E e \in ProposerEvents(m) : ProposerRefusals(m, proposer[m], e) = {}

-----------------------------------------------------------------------------
\* Steps in a good slot.

IsTold(m) == NodeStep(m, [name |-> "follow", view |-> Told]) /\ UNCHANGED crashed

HonestActs ==
    \/ \E m \in Honest :
        \/ Starts(m) /\ IsTold(m)
        \/ \E e \in AttesterEvents(m) : AttesterStep(m, e)
        \/ \E t \in Elements(KnownTransactions) : m \in Reached[t] /\ TransactionVerified(m, t, TRUE)
    \/ \E m \in HonestProposers : \E e \in ProposerEvents(m) : ProposerStep(m, e)
    \/ \E b \in submitted : Take(b)

\* Byzantine members give their attestations, or do not.
LiarsAct ==
    \E n \in Byzantine, m \in HonestProposers : \E p \in offered[m] : ReceiveAttestation(m, n, p)

MayPass == "synchrony" \in Assumed => ~SomethingIsOpen

PhasePasses == good /\ phase # "closed" /\ MayPass /\ Pass /\ UNCHANGED <<good, bribed>>

Good == good /\ (HonestActs \/ LiarsAct) /\ UNCHANGED <<good, bribed>>

-----------------------------------------------------------------------------
\* Steps in any other slot.

Crashes(m, store) == NodeStep(m, [name |-> "crash", store |-> store]) /\ UNCHANGED crashed

Other ==
    /\ ~good
    /\ \E m \in Honest :
        \/ \E store \in {"kept", "lost"} : Crashes(m, store)
        \/ Starts(m) /\ IsTold(m)
        \/ \E t \in Elements(KnownTransactions) : m \in Reached[t] /\ TransactionVerified(m, t, TRUE)
    /\ UNCHANGED <<good, bribed>>

-----------------------------------------------------------------------------
\* The next slot.

\* A state of either role when the slot is over, one slot less: of an earlier one nothing
\* counts.
Ended(s, after(_, _)) == after([s EXCEPT !.phase = "closed"], [name |-> "tick"])
Shifted(slots) == IF slots = 0 THEN 0 ELSE slots - 1
Unspent(held, spent) == SelectSeq(held, LAMBDA t : t \notin spent)
ViewNext(view, isBribed) ==
    IF view = NoView THEN NoView ELSE IF isBribed THEN AlarmReport ELSE LevelReport

AttesterBegins(s, spent, isBribed) == [s EXCEPT
    !.slot = Shifted(@), !.signsFrom = Shifted(@), !.held = Unspent(@, spent),
    !.view = ViewNext(@, isBribed), !.signed = NoProposal, !.work = NoProposal]
ProposerBegins(s, spent, isBribed) == [s EXCEPT
    !.slot = Shifted(@), !.signsFrom = Shifted(@), !.held = Unspent(@, spent),
    !.view = ViewNext(@, isBribed), !.proposed = NoProposal, !.attestations = <<>>,
    !.published = FALSE, !.building = NoBuilding]

SlotBegins(spent, isGood, isBribed) ==
    LET member(m) ==
            LET after(s, e) == AttesterAfter(m, s, e)
            IN AttesterBegins(Ended(attester[m], after), spent, isBribed)
        builder(m) ==
            LET after(s, e) == ProposerAfter(m, s, e)
            IN ProposerBegins(Ended(proposer[m], after), spent, isBribed)
    IN
    /\ slot' = 0
    /\ phase' = "build"
    /\ attester' = [m \in Honest |-> member(m)]
    /\ proposer' = [m \in HonestProposers |-> builder(m)]
    /\ attested' = [m \in Honest |-> {}]
    /\ offered' = [m \in HonestProposers |-> {}]
    /\ submitted' = {}
    /\ chain' = <<>>
    /\ good' = isGood
    /\ bribed' = isBribed
    /\ UNCHANGED crashed

AfterGood(isGood) ==
    /\ good
    /\ phase = "closed"
    /\ MayPass
    /\ SlotBegins(Elements(TipOf(chain).root), isGood, FALSE)

AfterOther(isGood, isBribed) ==
    /\ ~good
    /\ \E spent \in IF isBribed \/ bribed THEN {{}} ELSE SUBSET Elements(KnownTransactions) :
        SlotBegins(spent, isGood, isBribed)

Passes ==
    \/ PhasePasses
    \/ \E isGood \in BOOLEAN : AfterGood(isGood)
    \/ \E isGood, isBribed \in BOOLEAN : (isGood => ~isBribed) /\ AfterOther(isGood, isBribed)

LiveInit == Init /\ good = TRUE /\ bribed = FALSE
LiveNext == Good \/ Other \/ Passes

\* An assumption that is missing asks for nothing. What each says of steps is said of the
\* states in which they can be taken: to ask TLC for those costs it far more.
Fairness ==
    /\ []<>("time" \notin Assumed \/ ~(good /\ MayPass)) \/ []<><<phase' # phase>>_vars
    /\ []<>("honest" \notin Assumed \/ ~(good /\ SomethingIsOpen)) \/ []<><<phase' = phase>>_vars
    /\ []<>("good" \notin Assumed \/ good)

SlotSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds.

Waits(t) == t \notin Elements(TipOf(chain).root)
IsIncluded(t) == t \in Elements(TipOf(chain).root)
SeesAlarm(m) == attester[m].view.alarm
TakesPart(m) == good /\ attested[m] # {}

\* BUILD-21, PROPOSE-11: a good slot ends with the block of its proposer, and what waited
\* when it was built is in it.
GoodSlotsHaveTheirBlock ==
    good /\ phase = "closed" =>
        /\ offered["m1"] = {b.proposal : b \in Elements(chain)}
        /\ \A t \in Elements(KnownTransactions) : IsIncluded(t)

\* Every valid transaction is included in the pending chain.
TransactionsAreIncluded == \A t \in Elements(KnownTransactions) : Waits(t) ~> IsIncluded(t)

\* And nothing ends with that: another one has its name.
SlotsGoOn == \A t \in Elements(KnownTransactions) : IsIncluded(t) ~> Waits(t)

\* ATTEST-7, FOLLOW-1: a member that crashed attests again.
CrashedTakePart == \A m \in Honest : Starts(m) ~> TakesPart(m)

\* FOLLOW-6: an alarm ends, and who raised it attests again.
AlarmedTakePart == \A m \in Honest : SeesAlarm(m) ~> TakesPart(m)

-----------------------------------------------------------------------------
\* Relative time is bounded, and slots leave nothing behind.
LiveTypeOK ==
    /\ slot = 0
    /\ Len(chain) <= 1
    /\ \A m \in Honest : Attester(m)!IsState(attester[m]) /\ Attester(m)!Coherent(attester[m])
    /\ \A m \in HonestProposers : Proposer(m)!IsState(proposer[m]) /\ Proposer(m)!Coherent(proposer[m])
=============================================================================
