------------------------ MODULE AttesterConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS AttesterInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of the view, of the clock or of the own record forbids to sign.
MayWork ==
    /\ view.follows # "nothing"
    /\ ~view.alarm
    /\ ~view.fallback
    /\ phase \in {"build", "attest"}
    /\ Self \in Elements(CommitteeOf(slot))

ResultOfWork == [
    name         |-> "executed",
    parent       |-> work.parent,
    transactions |-> work.transactions,
    forced       |-> work.forced ]

\* It takes all of the queue, adds what is new, and is long enough.
IsRight(L) ==
    LET forced == Len(view.queue)
    IN TakesTheFront(L, forced, view.queue)
       /\ OwnAreNew(view.tip, L, forced)
       /\ Len(L) >= MinTxPerBlock

WorkIsRight ==
    work.parent = view.tip
    /\ OwnAreNew(work.parent, work.transactions, work.forced)
    /\ IsOutcome(work.root, work.parent.root, work.transactions)
    /\ work.blobs = "match"

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* ATTEST-1 to ATTEST-13, ATTEST-21: a right proposal is taken, whatever of it is held.
CorrectProposalsAreAccepted ==
    MayWork /\ slot >= signsFrom /\ slot \notin {work.slot, signed.slot, view.tip.slot} =>
        \A L \in Elements(Lists) : IsRight(L) => Accepts(Base(State, L))

\* ATTEST-15 to ATTEST-19: and signed, when it was executed in time on the tip.
CorrectWorkIsSigned == MayWork /\ CanExecute /\ WorkIsRight => Accepts(ResultOfWork)

\* TX-1, TX-4: whatever is proven is taken, however little the node knows.
ProvenIsTaken ==
    \A t \in Elements(Transactions) \ Elements(held) :
        Accepts([name |-> "transactionVerified", transaction |-> t, valid |-> TRUE])
=============================================================================
