------------------------ MODULE TransactionPoolTypes ------------------------
(***************************************************************************)
(* What states and events of a transaction pool look like.  A state is a   *)
(* record of the variables of TransactionPool, an event is a record of its *)
(* name and parameters.  Shapes are told in                                *)
(* spec/actors/transaction-pool.md.                                        *)
(***************************************************************************)
EXTENDS NodeBasics

CONSTANTS
    Peers,             \* nodes that may send, ascending by name
    PoolMaximum,       \* TX-12: how many may wait
    VerifyingMaximum,  \* TX-14: how many of one peer are verified at a time
    Transactions,      \* that exist, ascending by name
    Nullifiers,        \* TX-13: of each transaction, its nullifier
    Proofs             \* that are sent with them, ascending by name

\* By name, peers come first.
Senders == Peers \o <<"stash", "user">>

ASSUME NamesAreDistinct ==
    HasNothingTwice(Senders) /\ HasNothingTwice(Transactions) /\ HasNothingTwice(Proofs)
ASSUME EveryOneHasANullifier == Elements(Transactions) \subseteq DOMAIN Nullifiers
ASSUME MaximaAreCounts == {PoolMaximum, VerifyingMaximum} \subseteq Nat

-----------------------------------------------------------------------------
\* Values.

NoPoolView == [root |-> <<>>, final |-> <<>>, queue |-> <<>>]

IsTransactions(q) == IsSequence(q) /\ Elements(q) \subseteq Elements(Transactions)

IsPoolView(v) ==
    /\ DOMAIN v = DOMAIN NoPoolView
    /\ IsTransactions(v.root)
    /\ IsTransactions(v.final)
    /\ Elements(v.final) \subseteq Elements(v.root)
    /\ IsTransactions(v.queue)

\* What everybody who follows L1 can know of.
Shown(v) == Elements(v.root) \cup Elements(v.queue)

\* Of two sequences all pairs in order: those with the first of the one come first.
Pairs(as, bs) ==
    [i \in 1..Len(as) * Len(bs) |-> <<as[(i - 1) \div Len(bs) + 1], bs[((i - 1) % Len(bs)) + 1]>>]

AllCopies ==
    LET triples == Pairs(Pairs(Transactions, Proofs), Senders)
    IN [i \in DOMAIN triples |->
           [transaction |-> triples[i][1][1], proof |-> triples[i][1][2], from |-> triples[i][2]]]
AllAnswers ==
    LET pairs == Pairs(Transactions, Peers)
    IN [i \in DOMAIN pairs |-> [transaction |-> pairs[i][1], to |-> pairs[i][2]]]

\* Each of the set once, in the order of `all`.
InOrder(all, set) == SelectSeq(all, LAMBDA x : x \in set)
IsInOrder(q, all) == q = InOrder(all, Elements(q))

IsState(s) ==
    /\ DOMAIN s = {"slot", "stored", "stashed", "view", "verifying", "asked", "answered"}
    /\ s.slot \in Nat
    /\ IsInOrder(s.stored, Transactions)
    /\ IsInOrder(s.stashed, Transactions)
    /\ IsPoolView(s.view)
    /\ IsInOrder(s.verifying, AllCopies)
    /\ IsInOrder(s.asked, Transactions)
    /\ IsInOrder(s.answered, AllAnswers)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick               |-> {},
    follow             |-> {"view"},
    receiveTransaction |-> {"form", "transaction", "proof", "from"},
    verified           |-> {"transaction", "proof", "from", "valid"},
    leave              |-> {"from"},
    ask                |-> {"transaction"},
    release            |-> {"transactions"},
    receiveRequest     |-> {"form", "transaction", "slot", "from"},
    crash              |-> {"store"} ]

\* What is wrong with a message beside what it says.
Forms == {"fits", "oversized", "version", "domain", "malformed"}

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ "view" \in DOMAIN e => IsPoolView(e.view)
    /\ "form" \in DOMAIN e => e.form \in Forms
    /\ "transaction" \in DOMAIN e => e.transaction \in Elements(Transactions)
    /\ "proof" \in DOMAIN e => e.proof \in Elements(Proofs)
    /\ "transactions" \in DOMAIN e => IsTransactions(e.transactions)
    /\ "from" \in DOMAIN e => e.from \in Elements(IF e.name = "receiveRequest" THEN Peers ELSE Senders)
    /\ "valid" \in DOMAIN e => e.valid \in BOOLEAN
    /\ "slot" \in DOMAIN e => e.slot \in Nat
    /\ "store" \in DOMAIN e => e.store \in {"kept", "lost"}
=============================================================================
