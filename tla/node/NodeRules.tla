------------------------------ MODULE NodeRules ------------------------------
(***************************************************************************)
(* What the roles of a node in one slot decide alike: which lists are      *)
(* allowed, and how the clock moves.  A role says of its whole state what  *)
(* each event does.                                                        *)
(***************************************************************************)
EXTENDS NodeTypes

-----------------------------------------------------------------------------
\* Lists: L has `forced` transactions of the queue in front.

\* Those that the queue does not answer for.
Others(L, forced) == SubSeq(L, forced + 1, Len(L))

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
\* The clock.

PhaseNumber(phase) == CHOOSE i \in DOMAIN Phases : Phases[i] = phase

Tick(s) ==
    IF s.phase = "closed" THEN [s EXCEPT !.slot = @ + 1, !.phase = "build"]
    ELSE [s EXCEPT !.phase = Phases[PhaseNumber(@) + 1]]

-----------------------------------------------------------------------------
\* What is sent out.

\* Of anything with a parent, transactions and a count of forced ones.
Execute(what, slot) ==
    Effect("execute",
           "execute/" \o BlockId(what.parent) \o "/" \o SequenceId(what.transactions)
               \o "/" \o ToString(what.forced),
           [parent |-> what.parent, transactions |-> what.transactions, forced |-> what.forced],
           slot)
=============================================================================
