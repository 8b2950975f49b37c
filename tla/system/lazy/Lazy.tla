-------------------------------- MODULE Lazy --------------------------------
(***************************************************************************)
(* Lazy sequencing: nobody executes before a block is ordered.  Proposers  *)
(* take transactions that they hold, members attest what they hold, and a  *)
(* block has no state root.  The steps are those of Slot with the rules of *)
(* the roles, read otherwise: the root of a block or a tip is the order of *)
(* all transactions up to it, which everybody knows without executing, and *)
(* `executed` is no more than appending to that order.                     *)
(*                                                                         *)
(* What a name stands for is told here: transactions have nullifiers, and  *)
(* two may have one in common.  Of these the first in the order has its    *)
(* effects.  Which that is only those know who have executed everything    *)
(* before it: an executor, which may be a prover, goes through the chain   *)
(* block by block and tells whoever asks.                                  *)
(*                                                                         *)
(* Frozen, beside what Slot freezes: blocks carry their transactions, so   *)
(* that an executor has what it needs; public calls, fees and gas.         *)
(***************************************************************************)
EXTENDS Slot

CONSTANT Nullifiers   \* per transaction, its nullifier

ASSUME EveryOneHasANullifier == DOMAIN Nullifiers = Elements(KnownTransactions)

VARIABLE executed   \* how many blocks of the chain the executor has executed
VARIABLE told       \* the last answer of the executor: {blocks, state}

lazyVariables == <<slotVariables, executed, told>>

NothingTold == [blocks |-> 0, state |-> <<>>]

-----------------------------------------------------------------------------
\* The order, and what it comes to.

OrderOf(blocks) == TipOf(blocks).root

\* Those that have their effects, one by one: who comes second with a nullifier has none.
RECURSIVE Effective(_, _)
Effective(state, order) ==
    IF order = <<>> THEN state
    ELSE LET t == Head(order)
             isSpent == \E i \in DOMAIN state : Nullifiers[state[i]] = Nullifiers[t]
         IN Effective(IF isSpent THEN state ELSE Append(state, t), Tail(order))

StateAfter(blocks) == Effective(<<>>, OrderOf(blocks))

\* What the proof of an epoch shows of a transaction without effects: that it has none.
\* Otherwise it could not be made where there is one.
ProofPassesOver == TRUE
IsProvable(blocks) == ProofPassesOver \/ StateAfter(blocks) = OrderOf(blocks)

-----------------------------------------------------------------------------
\* Steps of the executor.

LazyInit == Init /\ executed = 0 /\ told = NothingTold

ExecuteNext ==
    /\ executed < Len(chain)
    /\ executed' = executed + 1
    /\ UNCHANGED <<slotVariables, told>>

\* What it says of the chain that L1 shows, to a user or to a proposer.
Answers == executed = Len(chain)
Answer ==
    /\ Answers
    /\ told' = [blocks |-> Len(chain), state |-> StateAfter(SubSeq(chain, 1, executed))]
    /\ UNCHANGED <<slotVariables, executed>>
=============================================================================
