---------------------------- MODULE FollowerRules ----------------------------
(***************************************************************************)
(* The rules of a follower as operators of a state value: which checks     *)
(* refuse an event, the state after it, and what is sent out with it.      *)
(* There are no variables here, so that any state and any event can be     *)
(* asked about, reachable or not; Follower makes an actor of them.         *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: from where views and bodies come, and when what does not come *)
(* is asked for again.  A body stands for the hashes of its blobs, and     *)
(* what is shown stands for the L1 block that shows it.                    *)
(***************************************************************************)
EXTENDS FollowerTypes

-----------------------------------------------------------------------------
\* What a state says, with NoL1View too: a chain without blocks.

\* FOLLOW-7: a prune that is due has happened.
IsPruneDue(s) == s.view.prunesAt >= 0 /\ s.slot >= s.view.prunesAt
Chain(s) == IF IsPruneDue(s) THEN SubSeq(s.view.chain, 1, s.view.proven) ELSE s.view.chain

Right(s) == SubSeq(s.applied, 1, CommonFront(Chain(s), s.applied))

\* FOLLOW-3.
Tip(s) == TipOf(Right(s))

NextHeader(s) ==
    LET chain == Chain(s)
        right == Len(Right(s))
    IN IF right < Len(chain) THEN chain[right + 1] ELSE NoHeader

\* FOLLOW-4, FOLLOW-6.
Alarm(s) == Elements(s.wrong) \cap Elements(Chain(s)) # {}

\* FOLLOW-7: what is due has begun, and has ended.
Fallback(s) ==
    LET has(from) == from >= 0 /\ s.slot >= from
    IN has(s.view.fallbackFrom) /\ ~has(s.view.fallbackUntil)

RECURSIVE ForcedOf(_)
ForcedOf(blocks) == IF blocks = <<>> THEN 0 ELSE Len(Head(blocks).forced) + ForcedOf(Tail(blocks))
Waiting(s) == SubSeq(s.view.forced, ForcedOf(Chain(s)) + 1, Len(s.view.forced))

\* FOLLOW-4, FOLLOW-8, FOLLOW-13: the body of a block that was found wrong has come.
Lacking(s) == IF NextHeader(s) \in Elements(s.wrong) THEN NoHeader ELSE NextHeader(s)

Epoch(s) == s.slot \div SlotsPerEpoch

-----------------------------------------------------------------------------
\* What the other roles are told.

\* FOLLOW-9, FOLLOW-11.
IsLevel(s) == NextHeader(s) = NoHeader /\ s.slot - s.view.time <= MaxViewAge

ViewReport(s) ==
    IF s.view = NoL1View THEN NoView
    ELSE [follows  |-> IF IsLevel(s) THEN "level" ELSE "behind",
          tip      |-> Tip(s),
          alarm    |-> Alarm(s),
          fallback |-> Fallback(s),
          queue    |-> Waiting(s)]

\* TX-10: of what is final, as much as this node has applied.
FinalRoot(s) ==
    LET known == AtMost(Right(s), s.view.final)
    IN IF known = <<>> THEN <<>> ELSE known[Len(known)].root

PoolReport(s) ==
    IF s.view = NoL1View THEN NoPoolView
    ELSE [root |-> Tip(s).root, final |-> FinalRoot(s), queue |-> Waiting(s)]

-----------------------------------------------------------------------------
\* tick.

Asking(s) == [s EXCEPT !.fetching = Lacking(s)]
Tick(s) == Asking([s EXCEPT !.slot = @ + 1])

-----------------------------------------------------------------------------
\* readView: view.

ReadViewRefusals(s, e) == UNION {
    Require(e.view.time >= s.view.time, "ViewOlder"),                         \* FOLLOW-10
    Require(e.view # s.view, "ViewKnown") }                                   \* FOLLOW-7

ReadView(s, e) == Asking([s EXCEPT !.view = e.view])

-----------------------------------------------------------------------------
\* fetched: header, body.

FetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader /\ e.header = s.fetching, "NothingFetching"),  \* FOLLOW-3
    Require(e.body = e.header.body, "BodyMismatch") }                         \* FOLLOW-2

\* FOLLOW-13: the body begins with what the block takes, and spends nothing again that is not forced.
BeginsWithTheForced(h) == CommonFront(h.forced, h.body) = Len(h.forced)
Provable(parent, h) == BeginsWithTheForced(h) /\ Executable(parent, h.body, Len(h.forced))

RootOf(s, e) == Root(Tip(s), e.body, Len(e.header.forced))
\* FOLLOW-3.
IsRight(s, e) == RootOf(s, e) = e.header.root /\ Provable(Tip(s), e.header)

Found(s, e) ==
    IF IsRight(s, e) THEN [s EXCEPT !.applied = Append(Right(s), e.header)]
    ELSE [s EXCEPT !.wrong = Append(@, e.header)]
Fetched(s, e) == Asking(Found(s, e))

-----------------------------------------------------------------------------
\* setUp.

SetUpRefusals(s) == UNION {
    Require(s.view # NoL1View, "NotFollowing"),                               \* FOLLOW-1
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled"),                  \* EPOCH-1
    Require(s.kept # s.slot, "AlreadySubmitted") }                            \* FOLLOW-12

SetUp(s) == [s EXCEPT !.kept = s.slot]

-----------------------------------------------------------------------------
\* crash: store.

Restarted(s) == [s EXCEPT !.view = NoL1View, !.fetching = NoHeader]
Emptied(s) == [s EXCEPT !.applied = <<>>, !.wrong = <<>>, !.kept = -1]
Crash(s, e) == IF e.store = "lost" THEN Restarted(Emptied(s)) ELSE Restarted(s)

-----------------------------------------------------------------------------
\* Any event.

Refusals(s, e) ==
    CASE e.name \in {"tick", "crash"} -> {}
      [] e.name = "readView"          -> ReadViewRefusals(s, e)
      [] e.name = "fetched"           -> FetchedRefusals(s, e)
      [] e.name = "setUp"             -> SetUpRefusals(s)

After(s, e) ==
    CASE e.name = "tick"     -> Tick(s)
      [] e.name = "readView" -> ReadView(s, e)
      [] e.name = "fetched"  -> Fetched(s, e)
      [] e.name = "setUp"    -> SetUp(s)
      [] e.name = "crash"    -> Crash(s, e)

-----------------------------------------------------------------------------
\* What an accepted event sends out.

HeaderId(h) ==
    ToString(h.slot) \o ":" \o BlockId(h.parent) \o ":" \o SequenceId(h.body)
        \o ":" \o SequenceId(h.forced) \o ":" \o SequenceId(h.root)

\* FOLLOW-4, FOLLOW-13: with the computed root, be it the claimed one or not.
AlarmEffects(s, e) ==
    IF e.name = "fetched" /\ ~IsRight(s, e)
    THEN <<Effect("alarm", "alarm/" \o HeaderId(e.header), [header |-> e.header, root |-> RootOf(s, e)], -1)>>
    ELSE <<>>

ViewEffects(s, after) ==
    IF ViewReport(after) # ViewReport(s) THEN <<Effect("tell", "view", ViewReport(after), -1)>> ELSE <<>>

PoolEffects(s, after) ==
    IF PoolReport(after) # PoolReport(s) THEN <<Effect("tell", "pool", PoolReport(after), -1)>> ELSE <<>>

\* FOLLOW-8.
FetchEffects(s, after) ==
    IF after.fetching \notin {s.fetching, NoHeader}
    THEN <<Effect("fetch", "fetch/" \o HeaderId(after.fetching), after.fetching, -1)>>
    ELSE <<>>

\* FOLLOW-12.
SubmitEffects(s, e) ==
    IF e.name = "setUp"
    THEN <<Effect("submit", "setup/" \o ToString(Epoch(s)) \o "/" \o ToString(s.slot),
                  [epoch |-> Epoch(s)], s.slot)>>
    ELSE <<>>

\* The roles crash with the follower: nobody is told.
Effects(s, e) ==
    IF e.name = "crash" THEN <<>>
    ELSE LET after == After(s, e)
         IN AlarmEffects(s, e) \o ViewEffects(s, after) \o PoolEffects(s, after)
                \o FetchEffects(s, after) \o SubmitEffects(s, e)

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable. What rests on it: the root that a block claims is the one that was
\* computed and its body can be proven, so that the tip is what FOLLOW-3 asks for; no
\* block was found right and wrong, so that the alarm of FOLLOW-6 is of none that was
\* applied; what is asked for is the first block that lacks, so that NothingFetching
\* refuses the body of any other; a slot in which something was handed to L1 is not to
\* come.

IsComputed(parent, h) == h.root = Root(parent, h.body, Len(h.forced))
AreRight(blocks) ==
    \A i \in DOMAIN blocks :
        LET parent == TipOf(SubSeq(blocks, 1, i - 1))
        IN IsComputed(parent, blocks[i]) /\ Provable(parent, blocks[i])

Coherent(s) ==
    /\ AreRight(s.applied)
    /\ Elements(s.wrong) \cap Elements(s.applied) = {}
    /\ s.kept <= s.slot
    /\ s.fetching = Lacking(s)

-----------------------------------------------------------------------------
\* The state of a node that starts with nothing.
Initial == [
    slot     |-> 0,
    applied  |-> <<>>,
    wrong    |-> <<>>,
    kept     |-> -1,
    view     |-> NoL1View,
    fetching |-> NoHeader ]
=============================================================================
