----------------------------- MODULE NodeLists ------------------------------
(***************************************************************************)
(* What roles of a node that build or check blocks decide alike, whatever  *)
(* their clock and their committees: which lists of transactions are       *)
(* allowed, and what is asked to be executed.  Shapes are told in          *)
(* spec/actors/attester.md and spec/actors/proposer.md.                    *)
(***************************************************************************)
EXTENDS NodeHeld

CONSTANTS
    MinTxPerBlock,      \* BUILD-13
    ForcedMinimum       \* QUEUE-7: m

ASSUME MinimaAreCounts == {MinTxPerBlock, ForcedMinimum} \subseteq Nat

-----------------------------------------------------------------------------
\* Values.

NoBuilding == [slot |-> -1, parent |-> Genesis, transactions |-> <<>>, forced |-> 0]

IsBuilding(b) ==
    /\ DOMAIN b = DOMAIN NoBuilding
    /\ b.slot \in {-1} \cup Nat
    /\ IsBlock(b.parent)
    /\ IsNames(b.transactions)
    /\ b.forced \in Nat

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

\* Those that the queue does not answer for.
Others(L, forced) == SubSeq(L, forced + 1, Len(L))

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
\* What is sent out.

\* Of anything with a parent, transactions and a count of forced ones.
ContentId(what) ==
    BlockId(what.parent) \o "/" \o SequenceId(what.transactions) \o "/" \o ToString(what.forced)
Execute(what, slot) ==
    Effect("execute", "execute/" \o ContentId(what),
           [parent |-> what.parent, transactions |-> what.transactions, forced |-> what.forced],
           slot)
=============================================================================
