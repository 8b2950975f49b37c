----------------------------- MODULE NodeChoices -----------------------------
(***************************************************************************)
(* Event instances that roles of a node have in common whatever their      *)
(* clock, as spec/actors/attester.md lists them.                           *)
(***************************************************************************)
EXTENDS NodeLists

CONSTANTS
    Transactions,  \* whose verification can end
    Lists,         \* what is proposed or built
    Views,         \* what the follower can report
    Crashes        \* what a crash leaves of the store

\* Of each role, whatever it is about.
Choices ==
    {[name |-> "follow", view |-> v] : v \in Elements(Views)}
    \cup {[name |-> "transactionVerified", transaction |-> t, valid |-> v] :
             t \in Elements(Transactions), v \in BOOLEAN}
    \cup {[name |-> "crash", store |-> c] : c \in Elements(Crashes)}

\* Counts just beside one.
Beside(forced) == {forced + 1, forced - 1} \cap Nat

\* What an execution of `what` can be said to have been of.
Results(what) ==
    LET base == [name         |-> "executed",
                 parent       |-> what.parent,
                 transactions |-> what.transactions,
                 forced       |-> what.forced]
        length == Len(what.transactions)
    IN {base,
        [base EXCEPT !.parent = [slot |-> @.slot, root |-> <<"stale">>]],
        [base EXCEPT !.transactions = SubSeq(@, 1, length - 1)],
        [base EXCEPT !.forced = @ + 1]}
=============================================================================
