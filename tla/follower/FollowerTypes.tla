---------------------------- MODULE FollowerTypes ----------------------------
(***************************************************************************)
(* Of what a follower is made: its parameters, and what states and events  *)
(* look like.  A state is a record of the variables of Follower, an event  *)
(* is a record of its name and parameters.  Shapes are told in             *)
(* spec/actors/follower.md.                                                *)
(***************************************************************************)
EXTENDS NodeValues

CONSTANTS
    MaxViewAge,    \* count of slots, FOLLOW-11
    SlotsPerEpoch  \* count of slots, TIME-2

ASSUME AgesAreCounts == MaxViewAge \in Nat
ASSUME EpochsHaveSlots == SlotsPerEpoch \in Nat \ {0}

-----------------------------------------------------------------------------
\* Values.

NoHeader == [slot |-> -1, parent |-> Genesis, body |-> <<>>, forced |-> <<>>, root |-> <<>>]
NoL1View == [
    time          |-> -2,
    chain         |-> <<>>,
    proven        |-> 0,
    final         |-> 0,
    prunesAt      |-> -1,
    fallbackFrom  |-> -1,
    fallbackUntil |-> -1,
    forced        |-> <<>>,
    setUp         |-> -1 ]
NoPoolView == [root |-> <<>>, final |-> <<>>, queue |-> <<>>]

\* A slot or an epoch, or -1 for none.
OrNone == {-1} \cup Nat

IsHeader(h) ==
    /\ DOMAIN h = DOMAIN NoHeader
    /\ h.slot \in OrNone
    /\ IsBlock(h.parent)
    /\ IsNames(h.body)
    /\ IsNames(h.forced)
    /\ IsNames(h.root)

IsBlocks(q) ==
    /\ IsSequence(q)
    /\ \A i \in DOMAIN q : IsHeader(q[i]) /\ q[i].slot >= 0

\* What the next block names as its parent.
TipOf(blocks) ==
    IF blocks = <<>> THEN Genesis
    ELSE LET last == blocks[Len(blocks)] IN [slot |-> last.slot, root |-> last.root]

\* Slots ascending.
IsChain(q) ==
    /\ IsBlocks(q)
    /\ \A i, j \in DOMAIN q : i < j => q[i].slot < q[j].slot

IsL1View(v) ==
    /\ DOMAIN v = DOMAIN NoL1View
    /\ v.time \in OrNone \/ v = NoL1View
    /\ {v.prunesAt, v.fallbackFrom, v.fallbackUntil, v.setUp} \subseteq OrNone
    /\ IsChain(v.chain)
    /\ \A i \in DOMAIN v.chain : v.chain[i].parent = TipOf(SubSeq(v.chain, 1, i - 1))
    /\ v.proven \in 0..Len(v.chain)
    /\ v.final \in 0..v.proven
    /\ IsNames(v.forced)

IsState(s) ==
    /\ DOMAIN s = {"slot", "applied", "wrong", "kept", "view", "fetching"}
    /\ s.slot \in Nat
    /\ IsChain(s.applied)
    /\ IsBlocks(s.wrong)
    /\ HasNothingTwice(s.wrong)
    /\ s.kept \in OrNone
    /\ IsL1View(s.view)
    /\ IsHeader(s.fetching)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick     |-> {},
    readView |-> {"view"},
    fetched  |-> {"header", "body"},
    setUp    |-> {},
    crash    |-> {"store"} ]

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ "view" \in DOMAIN e => IsL1View(e.view)
    /\ "header" \in DOMAIN e => IsHeader(e.header)
    /\ "body" \in DOMAIN e => IsNames(e.body)
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}
=============================================================================
