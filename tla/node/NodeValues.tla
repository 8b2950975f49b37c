----------------------------- MODULE NodeValues -----------------------------
(***************************************************************************)
(* What roles of a node decide alike whatever their clock and their        *)
(* committees: what blocks, views and buildings look like, what a list of  *)
(* transactions comes to, and which lists are allowed.  Shapes are told in *)
(* spec/actors/attester.md and spec/actors/proposer.md.                    *)
(*                                                                         *)
(* Transactions are names: each has one nullifier, and two have none in    *)
(* common.  A root is the sequence of those that have had their effects.   *)
(***************************************************************************)
EXTENDS NodeBasics, TLC

CONSTANTS
    MinTxPerBlock,      \* BUILD-13
    ForcedMinimum,      \* QUEUE-7: m
    KnownTransactions,  \* all that can be held, ascending by name
    InitialHeld         \* what is held at first

ASSUME MinimaAreCounts == {MinTxPerBlock, ForcedMinimum} \subseteq Nat
ASSUME HeldIsKnown ==
    /\ HasNothingTwice(KnownTransactions)
    /\ InitialHeld = SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(InitialHeld))

-----------------------------------------------------------------------------
\* Values.

Genesis == [slot |-> -1, root |-> <<>>]
NoView == [follows |-> "nothing", tip |-> Genesis, alarm |-> FALSE, fallback |-> FALSE, queue |-> <<>>]
NoBuilding == [slot |-> -1, parent |-> Genesis, transactions |-> <<>>, forced |-> 0]

IsBlock(b) ==
    /\ DOMAIN b = {"slot", "root"}
    /\ b.slot \in {-1} \cup Nat
    /\ IsNames(b.root)

IsView(v) ==
    /\ DOMAIN v = DOMAIN NoView
    /\ v.follows \in {"nothing", "behind", "level"}
    /\ IsBlock(v.tip)
    /\ {v.alarm, v.fallback} \subseteq BOOLEAN
    /\ IsNames(v.queue)

IsBuilding(b) ==
    /\ DOMAIN b = DOMAIN NoBuilding
    /\ b.slot \in {-1} \cup Nat
    /\ IsBlock(b.parent)
    /\ IsNames(b.transactions)
    /\ b.forced \in Nat

\* Ascending by name, and none twice.
IsHeld(q) == q = SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(q))

-----------------------------------------------------------------------------
\* Events: what of them is not a name.

IsPlainEvent(e) ==
    /\ "view" \in DOMAIN e => IsView(e.view)
    /\ "transaction" \in DOMAIN e => e.transaction \in STRING
    /\ "valid" \in DOMAIN e => e.valid \in BOOLEAN
    /\ "parent" \in DOMAIN e => IsBlock(e.parent)
    /\ "transactions" \in DOMAIN e => IsNames(e.transactions)
    /\ "forced" \in DOMAIN e => e.forced \in Nat
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}

-----------------------------------------------------------------------------
\* Lists: L has `forced` transactions of the queue in front.

Lesser(a, b) == IF a < b THEN a ELSE b

\* Those that the queue does not answer for.
Others(L, forced) == SubSeq(L, forced + 1, Len(L))

\* What has had its effects has them once.
RECURSIVE Appended(_, _)
Appended(root, L) ==
    IF L = <<>> THEN root
    ELSE Appended(IF Head(L) \in Elements(root) THEN root ELSE Append(root, Head(L)), Tail(L))

\* ATTEST-18, BUILD-18: a forced one that is spent is passed over, so that no list is
\* without a root.
Root(parent, L, forced) == Appended(parent.root, L)

\* ATTEST-16.
Executable(parent, L, forced) ==
    \A i \in forced + 1..Len(L) :
        L[i] \notin Elements(parent.root) /\ \A j \in 1..i - 1 : L[j] # L[i]

\* BUILD-15, ATTEST-13.
Twice(L, forced) == \E i \in forced + 1..Len(L) : \E j \in DOMAIN L \ {i} : L[j] = L[i]

\* BUILD-10, ATTEST-12.
Front(L, forced, queue) ==
    \A i \in 1..Lesser(forced, Len(queue)) : i <= Len(L) /\ L[i] = queue[i]

\* BUILD-13, ATTEST-13.
Few(L, forced) == Len(L) < MinTxPerBlock /\ ~(forced > 0 /\ forced = Len(L))

\* ATTEST-12: the rules of the queue, with all that wait in a view due.
QueueRefusals(L, forced, queue) == UNION {
    Require(forced <= Len(queue), "ForcedBeyondQueue"),                           \* BUILD-9
    Require(Front(L, forced, queue), "ForcedHashMismatch"),                       \* BUILD-10
    Require(Len(L) > forced => Len(queue) <= forced, "ForcedTransactionsDue"),    \* BUILD-11
    Require(forced < ForcedMinimum => Len(queue) <= forced, "ForcedBelowMinimum") } \* BUILD-12

-----------------------------------------------------------------------------
\* Transactions.

\* TX-4, TX-1.
VerifiedRefusals(s, e) == UNION {
    Require(e.transaction \notin Elements(s.held), "TransactionHeld"),
    Require(e.valid, "TransactionProofInvalid") }

Held(held, transaction) ==
    SelectSeq(KnownTransactions, LAMBDA t : t \in Elements(held) \cup {transaction})

-----------------------------------------------------------------------------
\* What is sent out.

RECURSIVE Joined(_)
Joined(names) == IF Len(names) = 1 THEN names[1] ELSE names[1] \o "+" \o Joined(Tail(names))
SequenceId(names) == IF names = <<>> THEN "-" ELSE Joined(names)
BlockId(block) == ToString(block.slot) \o ":" \o SequenceId(block.root)

\* Of anything with a parent, transactions and a count of forced ones.
ContentId(what) ==
    BlockId(what.parent) \o "/" \o SequenceId(what.transactions) \o "/" \o ToString(what.forced)
Execute(what, slot) ==
    Effect("execute", "execute/" \o ContentId(what),
           [parent |-> what.parent, transactions |-> what.transactions, forced |-> what.forced],
           slot)
=============================================================================
