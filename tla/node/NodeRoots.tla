----------------------------- MODULE NodeRoots ------------------------------
(***************************************************************************)
(* What a list of transactions comes to, said of the list as a whole: the  *)
(* properties of the roles have it from here, the rules go through the     *)
(* list one by one.                                                        *)
(***************************************************************************)
EXTENDS NodeValues

\* Where the list has something that was not there before.
Firsts(before, L) ==
    {i \in DOMAIN L : L[i] \notin Elements(before) /\ L[i] \notin {L[j] : j \in 1..i - 1}}

\* Everything in the order of the list, once, behind what was there.
IsOutcome(root, before, L) ==
    LET new == Firsts(before, L)
        place(i) == Len(before) + Cardinality({j \in new : j <= i})
    IN Len(root) = Len(before) + Cardinality(new)
       /\ SubSeq(root, 1, Len(before)) = before
       /\ \A i \in new : root[place(i)] = L[i]
=============================================================================
